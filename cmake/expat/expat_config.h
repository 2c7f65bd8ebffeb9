/* What expat's own configure would find out, for both compilers: little-endian, and no source of
   randomness (the names in a worksheet are few and bounded, so nothing rests on the salt of its
   hash tables). */
#pragma once
#define BYTEORDER 1234
#define XML_POOR_ENTROPY 1
