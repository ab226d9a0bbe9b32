/**
 * How values become bytes in streams and in state: write a {@link dev.segue.adapters.flink.codec.Codec}, name it in
 * {@code META-INF/services}, and declare its type with {@link dev.segue.adapters.flink.codec.CodecTypeInfo}.
 */
package dev.segue.adapters.flink.codec;
