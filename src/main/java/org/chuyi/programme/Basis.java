package org.chuyi.programme;

/** 依据: the document that a programme rests on. */
public record Basis(BilingualText text, Source source) {}
