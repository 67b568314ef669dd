"""Faces for words and figures, by what a place uses, for the producers that take files and those that take names."""

from dataclasses import dataclass

UMING = ("/usr/share/fonts/truetype/arphic/uming.ttc", 0)
UKAI = ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0)
SONG_GB = ("/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0)
KAI_GB = ("/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf", 0)
ZENHEI = ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0)
MICROHEI = ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0)
SERIF = ("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", 0)
SANS = ("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", 0)


@dataclass(frozen=True)
class Face:
    name: str  # family, as fontconfig knows it
    file: tuple[str, int] | None  # file and index of the face; None for faces that are not put into the file


@dataclass(frozen=True)
class Faces:
    words: Face
    heads: Face
    figures: Face


SONG, KAI, HEI = Face("AR PL UMing CN", UMING), Face("AR PL UKai CN", UKAI), Face("WenQuanYi Zen Hei", ZENHEI)
SONG2, KAI2, HEI2 = Face("AR PL SungtiL GB", SONG_GB), Face("AR PL KaitiM GB", KAI_GB), Face("WenQuanYi Micro Hei", MICROHEI)
NOTO_SONG, NOTO_HEI = Face("Noto Serif CJK SC", None), Face("Noto Sans CJK SC", None)
TIMES, ARIAL = Face("Liberation Serif", SERIF), Face("Liberation Sans", SANS)

BY_FILE = {
    "song": Faces(SONG2, HEI2, SONG2),
    "song-times": Faces(SONG, HEI, TIMES),
    "hei-arial": Faces(HEI2, HEI2, ARIAL),
    "kai": Faces(KAI2, HEI2, KAI2),
    "mixed": Faces(KAI, HEI, TIMES),
    "not-embedded": Faces(Face("STSong-Light", None), Face("STSong-Light", None), Face("Times-Roman", None)),
}
# Producers that ask fontconfig may also use the OpenType (CFF) faces.
BY_NAME = {
    "song": Faces(NOTO_SONG, NOTO_HEI, NOTO_SONG),
    "song-times": Faces(SONG, HEI, TIMES),
    "hei-arial": Faces(HEI2, HEI2, ARIAL),
    "kai": Faces(KAI, HEI, KAI),
    "mixed": Faces(KAI2, HEI2, TIMES),
}
