package dev.segue.adapters.files.format;

import java.time.Instant;

/** A row of an extended streaming history as JSON. */
final class HistoryRows {

    /** As in the exports of 2020 to 2022. */
    static final String A_ROW =
            """
            {"ts":"2021-03-04T20:15:30Z","username":"anna","platform":"iOS 14.4 (iPhone10,4)","ms_played":183000,
             "conn_country":"DE","ip_addr_decrypted":"203.0.113.77","user_agent_decrypted":"secret-agent/1.0",
             "master_metadata_track_name":"Blue","master_metadata_album_artist_name":"Them",
             "master_metadata_album_album_name":"Colours","spotify_track_uri":"spotify:track:1",
             "episode_name":null,"episode_show_name":null,"spotify_episode_uri":null,
             "reason_start":"clickrow","reason_end":"fwdbtn","shuffle":true,"skipped":null,"offline":false,
             "offline_timestamp":1614888947000,"incognito_mode":false}""";

    /** When the play of {@link #A_ROW} ended, in epoch milliseconds. */
    static final long ENDED_AT = Instant.parse("2021-03-04T20:15:30Z").toEpochMilli();

    private HistoryRows() {}
}
