"""A handful of real places (GeoNames, CC BY 4.0), with the namesakes that make them hard."""

from __future__ import annotations

from index.gazetteer import Gazetteer, GazetteerEntry
from index.model import Place


def _place(
    number: int, name: str, lat: float, lon: float, codes: str, feature: str = "P.PPL", population: int = 0
) -> Place:
    country, admin1, admin2 = (*codes.split("/"), "", "")[:3]
    return Place(number, name, lat, lon, country, admin1, admin2, "", feature, population)


MALI = _place(1, "Republic of Mali", 18.0, -2.0, "ML", "A.PCLI")
BURKINA = _place(2, "Burkina Faso", 12.5, -1.66, "BF", "A.PCLI")
NIGER = _place(3, "Niger", 18.0, 9.0, "NE", "A.PCLI")
ALGERIA = _place(4, "Algeria", 28.0, 3.0, "DZ", "A.PCLI")
MOPTI_REGION = _place(10, "Mopti Region", 14.7, -3.4, "ML/04", "A.ADM1")
SEGOU_REGION = _place(11, "Ségou Region", 13.6, -5.9, "ML/05", "A.ADM1")
MENAKA_REGION = _place(12, "Ménaka Region", 15.92, 2.4, "ML/12070577", "A.ADM1")
KORO_CERCLE = _place(13, "Koro Cercle", 14.384, -2.853, "ML/04/7701494", "A.ADM2")
BANKASS_CERCLE = _place(14, "Bankass Cercle", 13.66, -3.6, "ML/04/7701493", "A.ADM2")
BAMAKO = _place(20, "Bamako", 12.65, -8.0, "ML/01/7701193", "P.PPLC", 1_297_281)
GAO = _place(21, "Gao", 16.27, -0.04, "ML/09/7670553", "P.PPLA", 87_000)
MOPTI = _place(22, "Mopti", 14.48, -4.18, "ML/04/7701484", "P.PPLA", 114_296)
MENAKA = _place(23, "Ménaka", 15.92, 2.4, "ML/12070577/8631539", "P.PPLA", 9_110)
KORO = _place(24, "Koro", 14.07, -3.08, "ML/04/7701494", "P.PPLA2", 24_000)
KORO_SEGOU = _place(25, "Koro", 13.37, -4.735, "ML/05/8631516")
KORO_SIKASSO = _place(26, "Koro", 11.71, -7.45, "ML/06/7701502")
BANKASS = _place(27, "Bankass", 14.08, -3.52, "ML/04/7701493", "P.PPLA2", 30_159)
TIMBUKTU = _place(28, "Timbuktu", 16.77, -3.01, "ML/08/7701470", "P.PPLA", 54_453)
ANSONGO = _place(29, "Ansongo", 15.66, 0.5, "ML/09/8631538", "P.PPLA2", 3_000)
KASSELA = _place(30, "Kasséla", 12.5905, -7.6712, "ML/07/7701199")
KASSELA_NORTH = _place(31, "Kasséla", 13.6204, -7.43374, "ML/07/8261492")
KASSELA_SOUTH = _place(32, "Kasséla", 11.42863, -7.3604, "ML/06/7701502")
BONI = _place(33, "Boni", 15.08, -2.22, "ML/04/7670549")
BONI_KAYES = _place(34, "Boni", 14.6, -9.9, "ML/03/7701481")
HOMBORI = _place(35, "Hombori", 15.28, -1.7, "ML/04/7670549")
NDAKI = _place(36, "N'Daki", 15.3, -1.2, "ML/08/7670552")
CAMP = _place(37, "Camp", 13.0, -6.0, "ML/05")
SEPT = _place(38, "Sept", 13.1, -6.1, "ML/05")
TRAORE = _place(39, "Traoré", 13.2, -6.2, "ML/05")
NIAMEY = _place(40, "Niamey", 13.51, 2.11, "NE/08", "P.PPLC", 774_235)
SEVARE = _place(41, "Sévaré", 14.53, -4.09, "ML/04/7701484", "P.PPL", 20_000)
KOULIKORO = _place(42, "Koulikoro", 12.86, -7.56, "ML/07/7701503", "P.PPLA", 23_919)

_NAMES = {
    MALI.geoname_id: ("Mali",),
    BURKINA.geoname_id: ("Burkina",),
    ALGERIA.geoname_id: ("Algérie",),
    MOPTI_REGION.geoname_id: ("Mopti",),
    SEGOU_REGION.geoname_id: ("Ségou",),
    MENAKA_REGION.geoname_id: ("Ménaka",),
    KORO_CERCLE.geoname_id: ("Koro",),
    BANKASS_CERCLE.geoname_id: ("Bankass",),
    TIMBUKTU.geoname_id: ("Tombouctou",),
}
PLACES = tuple(one for one in list(globals().values()) if isinstance(one, Place))
GAZETTEER = Gazetteer.from_entries(GazetteerEntry(one, _NAMES.get(one.geoname_id, ())) for one in PLACES)
WITHOUT_VILLAGES = Gazetteer.from_entries(
    GazetteerEntry(one, _NAMES.get(one.geoname_id, ()))
    for one in (MALI, BURKINA, NIGER, ALGERIA, BAMAKO, GAO, MOPTI, KORO, TIMBUKTU, NIAMEY)
)
