/**
 * Serialization of values in streams and in state. To add a type, write a {@link dev.segue.adapters.flink.codec.Codec},
 * list it in {@code META-INF/services}, and declare the type with {@link dev.segue.adapters.flink.codec.CodecTypeInfo}.
 */
package dev.segue.adapters.flink.codec;
