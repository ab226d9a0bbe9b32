package dev.segue.replay;

/** A small log whose sessions were worked out by hand. */
final class KnownLog {

    /**
     * Anna: a session with a run of three and an idle gap of exactly the limit, then one 1 ms beyond it. Bob: one
     * session.
     */
    static final String EVENTS =
            """
            {"event_id":"1","user_id":"anna","device_id":"phone","occurred_at":"2024-05-01T10:03:00Z","type":"TRACK_ENDED","track_id":"t1","played_ms":180000,"end_reason":"COMPLETED","context_type":"PLAYLIST","context_id":"pl","context_edition":"2024-18"}
            {"event_id":"2","user_id":"anna","device_id":"phone","occurred_at":"2024-05-01T10:03:04Z","type":"TRACK_ENDED","track_id":"t2","played_ms":4000,"end_reason":"fwdbtn","context_type":"PLAYLIST","context_id":"pl","context_edition":"2024-18"}
            {"event_id":"3","user_id":"anna","device_id":"phone","occurred_at":"2024-05-01T10:05:34Z","type":"TRACK_ENDED","track_id":"t3","played_ms":60000,"end_reason":"BACK","context_type":"PLAYLIST","context_id":"pl","context_edition":"2024-18"}
            {"event_id":"4","user_id":"anna","device_id":"laptop","occurred_at":"2024-05-01T10:20:34Z","type":"SEARCH_PERFORMED"}
            {"event_id":"5","user_id":"anna","device_id":"laptop","occurred_at":"2024-05-01T10:35:34.001Z","type":"SEARCH_PERFORMED"}
            {"event_id":"6","user_id":"bob","occurred_at":1714557780000,"type":"TRACK_ENDED","played_ms":29999,"end_reason":"endplay"}
            """;

    static final String SESSIONS =
            """
            {"session_id":"b6f1d669-d593-3979-8085-a4ba8954c2bd","user_id":"anna","started_at":"2024-05-01T10:00:00.000Z","ended_at":"2024-05-01T10:20:34.000Z","status":"FINAL","revision":1,"plays":3,"counted_plays":2,"skips":{"quick":1,"early":0,"late":1},"listened_ms":244000,"interruptions":2,"devices":2,"runs":[{"context_type":"PLAYLIST","context_id":"pl","edition":"2024-18","songs":3,"skips":2,"listened_ms":244000,"longest_unskipped":1,"abandoned":true}],"longest_run":3,"mood":"UNKNOWN"}
            {"session_id":"6ae6797e-fbeb-3683-8ac5-9ebd19b33b5f","user_id":"anna","started_at":"2024-05-01T10:35:34.001Z","ended_at":"2024-05-01T10:35:34.001Z","status":"FINAL","revision":1,"plays":0,"counted_plays":0,"skips":{"quick":0,"early":0,"late":0},"listened_ms":0,"interruptions":0,"devices":1,"runs":[],"longest_run":0,"mood":"UNKNOWN"}
            {"session_id":"41ae4960-6808-3e1d-93e2-174fa6180cc6","user_id":"bob","started_at":"2024-05-01T10:02:30.001Z","ended_at":"2024-05-01T10:03:00.000Z","status":"FINAL","revision":1,"plays":1,"counted_plays":0,"skips":{"quick":0,"early":1,"late":0},"listened_ms":29999,"interruptions":0,"devices":1,"runs":[],"longest_run":0,"mood":"UNKNOWN"}
            """;

    /** The report on these events and one line of garbage, in the file LOG, in the time zone of Berlin. */
    static final String REPORT =
            """
            Listener anna
              2 sessions from 2024-05-01 to 2024-05-01, 4 min 04 s listened, 3 plays (2 of 30 s or longer)

              Listening by weekday (Europe/Berlin)
                Mon
                Tue
                Wed  ########################################  4 min 04 s
                Thu
                Fri
                Sat
                Sun

              Listening by hour (Europe/Berlin)
                00
                01
                02
                03
                04
                05
                06
                07
                08
                09
                10
                11
                12   ########################################  4 min 04 s
                13
                14
                15
                16
                17
                18
                19
                20
                21
                22
                23

              Skips
                2 of 3 plays (67 %)
                1 quick (under 5 s), 0 early (under 30 s), 1 late

              Longest sessions
                20 min 34 s from Wed 2024-05-01 12:00, 4 min 04 s listened, 3 plays, 2 skips
                0 s from Wed 2024-05-01 12:35, 0 s listened, 0 plays, 0 skips

              Longest runs in one playlist
                3 songs from pl (2024-18) on Wed 2024-05-01 12:00, 4 min 04 s listened, 2 skips

            Listener bob
              1 session from 2024-05-01 to 2024-05-01, 29.999 s listened, 1 play (0 of 30 s or longer)

              Listening by weekday (Europe/Berlin)
                Mon
                Tue
                Wed  ########################################  29.999 s
                Thu
                Fri
                Sat
                Sun

              Listening by hour (Europe/Berlin)
                00
                01
                02
                03
                04
                05
                06
                07
                08
                09
                10
                11
                12   ########################################  29.999 s
                13
                14
                15
                16
                17
                18
                19
                20
                21
                22
                23

              Skips
                1 of 1 play (100 %)
                0 quick (under 5 s), 1 early (under 30 s), 0 late

              Longest sessions
                29.999 s from Wed 2024-05-01 12:02, 29.999 s listened, 1 play, 1 skip

              Longest runs in one playlist
                none; the input does not say what was played from a playlist

            Input
              1 file, 7 rows read = 6 accepted + 0 duplicate + 0 late + 1 rejected

              Rejected: 1 UNREADABLE
                LOG:7: UNREADABLE: It is not valid JSON.
            """;

    private KnownLog() {}
}
