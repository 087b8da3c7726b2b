"""The names behind `index.actors`: (key, kind, French names, English names, acronyms in capitals, parent's key).

Names are parted by "|", the one shown first.  Generic witnesses and sources stand here too, so that "des habitants" and
"residents" are one.  Sources: UN Security Council sanctions lists (QDe.159 JNIM, QDe.163 ISGS, QDe.138 Boko Haram, QDe.014 AQIM),
ACLED actor profiles, the groups' own published names.
"""

from __future__ import annotations

ROWS: tuple[tuple[str, ...], ...] = (
    # Armed groups.  JNIM: union of Ansar Dine, AQIM's Sahara branch, al-Mourabitoun and Katiba Macina, March 2017.
    (
        "jnim",
        "armed_group",
        "JNIM|Groupe de soutien à l'islam et aux musulmans|Groupe de soutien de l'islam et des musulmans|"
        "GSIM|Nosrat al-Islam wal-Muslimin|Jamaat Nosrat al-Islam wal-Mouslimin|affilié d'Al-Qaïda|"
        "filiale d'Al-Qaïda au Sahel|branche sahélienne d'Al-Qaïda",
        "JNIM|Jama'at Nusrat al-Islam wal-Muslimin|Jamaat Nusrat al-Islam wal Muslimin|Nusrat al-Islam|"
        "Group for the Support of Islam and Muslims|Support Group for Islam and Muslims|"
        "Group to Support Islam and Muslims|al-Qaeda affiliate|al Qaeda affiliate|al-Qaida affiliate|"
        "al-Qaeda-linked JNIM|JNM",
    ),
    (
        "katiba_macina",
        "armed_group",
        "Katiba Macina|Katiba du Macina|Front de libération du Macina",
        "Katiba Macina|Macina Katiba|Macina Liberation Front|Macina Liberation Movement",
        "FLM|MLF",
        "jnim",
    ),
    (
        "ansar_dine",
        "armed_group",
        "Ansar Dine|Ansar Eddine|Ansar ed-Dine|Ansar Din",
        "Ansar Dine|Ansar al-Din",
        "",
        "jnim",
    ),
    (
        "al_mourabitoun",
        "armed_group",
        "Al-Mourabitoune|Al-Mourabitoun|Mourabitoune|El Mourabitoun",
        "Al-Mourabitoun|Al-Murabitun|Al Murabitoun|El Mourabitoun",
        "",
        "jnim",
    ),
    (
        "aqim",
        "armed_group",
        "Aqmi|Al-Qaïda au Maghreb islamique|Al-Qaida au Maghreb islamique",
        "AQIM|al-Qaeda in the Islamic Maghreb|al-Qaida in the Islamic Maghreb|AQM",
    ),
    ("mujao", "armed_group", "Mujao|Mouvement pour l'unicité et le jihad en Afrique de l'Ouest", "MUJAO|MUJWA|MOJWA"),
    (
        "ansarul_islam",
        "armed_group",
        "Ansaroul Islam|Ansarul Islam",
        "Ansarul Islam|Ansaroul Islam|Ansar ul Islam",
        "",
        "jnim",
    ),
    # Islamic State's Sahel branch: EIGS/ISGS until March 2022, then its own province (EIS, ISSP).
    (
        "is_sahel",
        "armed_group",
        "État islamique au Sahel|État islamique dans le Grand Sahara|Etat islamique au Grand Sahara|"
        "Province du Sahel de l'État islamique|EIGS|branche sahélienne de l'État islamique|Daech au Sahel",
        "Islamic State Sahel Province|Islamic State in the Greater Sahara|Islamic State in the Sahel|"
        "Islamic State Sahel|Islamic State's Sahel Province|Islamic State's Sahel branch|ISGS|ISSP|IS Sahel|IS-Sahel",
        "EIS",
        "islamic_state",
    ),
    (
        "iswap",
        "armed_group",
        "État islamique en Afrique de l'Ouest|Province d'Afrique de l'Ouest de l'État islamique|EIAO|Iswap",
        "ISWAP|Islamic State West Africa Province|Islamic State in West Africa Province|"
        "Islamic State in West Africa|ISWA",
        "",
        "islamic_state",
    ),
    (
        "islamic_state",
        "armed_group",
        "État islamique|organisation État islamique|groupe État islamique|Daech",
        "Islamic State|Islamic State group|Daesh|ISIS|ISIL",
        "EI",
    ),
    ("al_qaeda", "armed_group", "Al-Qaïda|Al Qaïda|Al-Qaida", "al-Qaeda|al Qaeda|al-Qaida"),
    (
        "boko_haram",
        "armed_group",
        "Boko Haram|Jama'atu Ahlis Sunna Lidda'awati wal-Jihad",
        "Boko Haram|Jama'atu Ahlis Sunna",
        "JAS",
    ),
    ("lakurawa", "armed_group", "Lakurawa", "Lakurawa"),
    # The FLA (30 November 2024) took in the CSP, itself heir of the CMA: MNLA, HCUA and part of the MAA.
    (
        "fla",
        "armed_group",
        "FLA|Front de libération de l'Azawad|rebelles du FLA|Cadre stratégique permanent|"
        "Cadre stratégique pour la paix|"
        "Cadre stratégique pour la défense du peuple de l'Azawad",
        "FLA|Azawad Liberation Front|Permanent Strategic Framework|Liberation Front of Azawad",
        "FLA|CSP|CSP-PSD|CSP-DPA",
    ),
    (
        "cma",
        "armed_group",
        "CMA|Coordination des mouvements de l'Azawad",
        "CMA|Coordination of Azawad Movements",
        "CMA",
        "fla",
    ),
    (
        "mnla",
        "armed_group",
        "MNLA|Mouvement national de libération de l'Azawad",
        "MNLA|National Movement for the Liberation of Azawad",
        "",
        "cma",
    ),
    (
        "hcua",
        "armed_group",
        "HCUA|Haut conseil pour l'unité de l'Azawad",
        "HCUA|High Council for the Unity of Azawad",
        "",
        "cma",
    ),
    ("maa", "armed_group", "Mouvement arabe de l'Azawad", "Arab Movement of Azawad|Azawad Arab Movement", "MAA"),
    (
        "gatia",
        "armed_group",
        "Gatia|Groupe autodéfense touareg Imghad et alliés",
        "GATIA|Imghad Tuareg Self-Defense Group and Allies",
        "",
        "plateforme",
    ),
    (
        "plateforme",
        "armed_group",
        "Plateforme des mouvements du 14 juin",
        "Platform of Movements of 14 June|Plateforme",
    ),
    (
        "msa",
        "armed_group",
        "Mouvement pour le salut de l'Azawad",
        "Movement for the Salvation of Azawad",
        "MSA|MSA-D",
    ),
    ("ganda_koy", "armed_group", "Ganda Koy|Ganda Izo|Ganda Iso", "Ganda Koy|Ganda Izo|Ganda Iso"),
    # Self-defence and hunters.
    (
        "dan_na_ambassagou",
        "armed_group",
        "Dan Na Ambassagou|Dana Ambassagou|Dana Amassagou|Dan Nan Ambassagou",
        "Dan Na Ambassagou|Dana Ambassagou|Dan Nan Ambassagou",
    ),
    (
        "dozos",
        "armed_group",
        "dozos|dozo|donsos|chasseurs dozos|chasseurs traditionnels|chasseurs dogons|milice dozo|miliciens dozos|"
        "groupe de chasseurs dogons",
        "Dozos|Dozo|Donso|traditional hunters|Dozo hunters|Dozo militiamen|Dogon hunters|Dogon hunters' group|"
        "Dozo militia|Bambara hunters",
    ),
    ("koglweogo", "armed_group", "Koglweogo|Koglwéogo", "Koglweogo"),
    ("fulani_militia", "armed_group", "milice peule|miliciens peuls", "Fulani militia|Fulani militiamen"),
    ("dogon_militia", "armed_group", "milice dogon|miliciens dogons", "Dogon militia|Dogon militiamen"),
    (
        "jihadists",
        "armed_group",
        "jihadistes|djihadistes|jihadiste|djihadiste|terroristes|groupes jihadistes|islamistes|jihadistes présumés",
        "jihadists|jihadist|Islamist militants|Islamist insurgents|Islamists|militants|terrorists|insurgents|"
        "suspected jihadists|jihadist groups",
    ),
    (
        "gunmen",
        "armed_group",
        "hommes armés|hommes armés non identifiés|individus armés|assaillants|bandits armés|assaillants non identifiés",
        "gunmen|unidentified gunmen|unknown gunmen|armed men|unidentified armed men|assailants|attackers|armed bandits",
    ),
    (
        "rebels",
        "armed_group",
        "rebelles|rebelle|rébellion|rébellion touareg|rebelles touareg|séparatistes",
        "rebels|rebel|Tuareg rebels|separatists",
    ),
    # Forces.
    (
        "malian_army",
        "force",
        "armée malienne|Forces armées maliennes|FAMa|soldats maliens|militaires maliens|état-major malien|"
        "armée du Mali|"
        "état-major des armées du Mali|ministère malien de la Défense",
        "Malian army|Malian Armed Forces|Mali's army|Malian military|Malian soldiers|Malian troops|FAMa|Mali army|"
        "Malian armed forces|Malian forces",
        "FAMA",
    ),
    (
        "burkinabe_army",
        "force",
        "armée burkinabè|Forces armées burkinabè|armée burkinabé|soldats burkinabè|armée du Burkina Faso",
        "Burkinabe army|Burkina Faso's army|Burkina army|Burkinabe Armed Forces|Burkinabe soldiers|Burkinabe military|"
        "Burkina Faso army",
        "FABF",
    ),
    (
        "nigerien_army",
        "force",
        "armée nigérienne|Forces armées nigériennes|Forces de défense et de sécurité du Niger|soldats nigériens|"
        "armée du Niger",
        "Nigerien army|Niger's army|Niger Armed Forces|Nigerien soldiers|Nigerien military|Niger army",
        "FAN",
    ),
    ("chadian_army", "force", "armée tchadienne|soldats tchadiens", "Chadian army|Chadian soldiers|Chad's army"),
    ("algerian_army", "force", "armée algérienne", "Algerian army|Algeria's army"),
    (
        "french_army",
        "force",
        "armée française|soldats français|forces françaises|état-major français",
        "French army|French forces|French troops|French military|French soldiers",
    ),
    (
        "army",
        "force",
        "armée|état-major|état-major des armées|état-major général|haut commandement|"
        "forces armées|hiérarchie militaire|porte-parole militaire|chef d'état-major",
        "army|general staff|the military|armed forces|military spokesman|"
        "military spokeswoman|military spokesperson|army command|military high command|defence ministry|"
        "ministry of defence|defense ministry|ministry of defense",
        "FDS",
    ),
    (
        "vdp",
        "force",
        "Volontaires pour la défense de la patrie|volontaires civils|supplétifs de l'armée|VDP",
        "Volunteers for the Defense of the Homeland|Volunteers for the Defence of the Homeland|civilian volunteers|VDP",
    ),
    (
        "bir",
        "force",
        "Bataillon d'intervention rapide|bataillons d'intervention rapide",
        "rapid intervention battalion|Rapid Intervention Battalions",
    ),
    (
        "africa_corps",
        "force",
        "Africa Corps|Wagner|groupe Wagner|groupe paramilitaire Wagner|mercenaires russes|paramilitaires russes|"
        "mercenaires de Wagner|Corps africain",
        "Africa Corps|Wagner|Wagner Group|Wagner group|Russian mercenaries|Wagner mercenaries|Russian paramilitaries",
    ),
    (
        "minusma",
        "force",
        "Minusma|Casques bleus|mission de l'ONU au Mali|Mission des Nations unies au Mali",
        "MINUSMA|UN peacekeepers|UN mission in Mali|peacekeepers|blue helmets",
    ),
    (
        "barkhane",
        "force",
        "Barkhane|opération Barkhane|force Barkhane|Serval|opération Serval",
        "Barkhane|Operation Barkhane|Serval|Operation Serval",
    ),
    ("g5_sahel", "force", "G5 Sahel|force conjointe du G5 Sahel", "G5 Sahel|G5 Sahel joint force|G5 Sahel Joint Force"),
    ("aes_force", "force", "force unifiée de l'AES|force conjointe de l'AES", "AES joint force|AES unified force"),
    ("police", "force", "police|policiers|police nationale|commissariat", "police|police officers|national police"),
    ("gendarmes", "force", "gendarmes|gendarmerie|gendarmerie nationale", "gendarmes|gendarmerie"),
    ("national_guard", "force", "garde nationale|gardes nationaux", "National Guard|national guardsmen"),
    # Authorities.
    (
        "malian_government",
        "authority",
        "gouvernement malien|junte malienne|autorités maliennes|junte au pouvoir à Bamako",
        "Malian government|Mali's government|Malian junta|Mali's junta|Malian authorities",
    ),
    (
        "burkinabe_government",
        "authority",
        "gouvernement burkinabè|junte burkinabè|autorités burkinabè",
        "Burkinabe government|Burkina Faso's government|Burkina Faso's junta|Burkinabe authorities",
    ),
    (
        "nigerien_government",
        "authority",
        "gouvernement nigérien|junte nigérienne|autorités nigériennes",
        "Nigerien government|Niger's government|Niger's junta|Nigerien authorities",
    ),
    (
        "government",
        "authority",
        "gouvernement|junte|porte-parole du gouvernement|régime militaire",
        "government|junta|government spokesman|government spokesperson|military rulers",
    ),
    ("authorities", "authority", "autorités|pouvoirs publics", "authorities"),
    (
        "president",
        "authority",
        "président de la transition|chef de la junte|chef de l'État|présidence",
        "transitional president|head of state|junta leader|president's office",
    ),
    ("prime_minister", "authority", "Premier ministre|Première ministre", "prime minister"),
    (
        "minister",
        "authority",
        "ministre|ministre de la Défense|ministre de la Sécurité|ministre des Affaires étrangères|ministre de la Réconciliation|ministre des Transports|ministre de l'Agriculture|ministre de l'Intérieur",
        "minister|defence minister|defense minister|security minister|foreign minister|interior minister|health minister|transport minister",
    ),
    (
        "governor",
        "authority",
        "gouverneur|gouverneur de la région|gouvernorat",
        "governor|regional governor|governor's office",
    ),
    ("prefect", "authority", "préfet|sous-préfet", "prefect|sub-prefect|subprefect"),
    (
        "prosecutor",
        "authority",
        "procureur|parquet|procureur de la République",
        "prosecutor|public prosecutor|prosecutors",
    ),
    (
        "provincial_authorities",
        "authority",
        "autorités provinciales|autorités régionales|autorités locales",
        "provincial authorities|regional authorities|local authorities",
    ),
    # Organisations.
    (
        "un",
        "organisation",
        "ONU|Nations unies|Organisation des Nations unies|Ocha|HCR|Unicef|mission de l'ONU",
        "United Nations|OCHA|UNHCR|UNICEF",
        "UN|U.N.",
    ),
    ("african_union", "organisation", "Union africaine", "African Union"),
    (
        "ecowas",
        "organisation",
        "Cédéao|Communauté économique des États de l'Afrique de l'Ouest",
        "ECOWAS|Economic Community of West African States",
    ),
    (
        "aes",
        "organisation",
        "Alliance des États du Sahel|Confédération des États du Sahel",
        "Alliance of Sahel States|Confederation of Sahel States",
        "AES",
    ),
    ("european_union", "organisation", "Union européenne", "European Union"),
    ("red_cross", "organisation", "Croix-Rouge|CICR|Comité international de la Croix-Rouge", "Red Cross|ICRC"),
    ("msf", "organisation", "Médecins sans frontières", "Doctors Without Borders|Medecins Sans Frontieres", "MSF"),
    (
        "rights_group",
        "organisation",
        "organisation de défense des droits humains|ONG de défense des droits de l'homme|organisations de défense des droits humains|Human Rights Watch|Amnesty International",
        "rights group|human rights group|rights groups|Human Rights Watch|Amnesty International",
    ),
    (
        "ngo",
        "organisation",
        "ONG|organisation humanitaire|ONG internationale|organisation non gouvernementale",
        "NGO|aid group|aid agency|non-governmental organisation|aid organisation|aid organization",
    ),
    ("russia", "organisation", "Russie|Moscou|Kremlin", "Russia|Moscow|Kremlin"),
    ("france", "organisation", "diplomatie française|Quai d'Orsay", "French foreign ministry"),
    (
        "algeria",
        "organisation",
        "diplomatie algérienne|gouvernement algérien",
        "Algerian foreign ministry|Algerian government",
    ),
    # Those who know from office.
    (
        "security_source",
        "source",
        "source sécuritaire|sources sécuritaires|source de sécurité|sources de sécurité|responsable sécuritaire|source proche des services de sécurité",
        "security source|security sources|security official|security officials",
    ),
    (
        "military_source",
        "source",
        "source militaire|sources militaires|source au sein de l'armée|officier|officier malien|responsable militaire|source à l'état-major",
        "military source|military sources|army source|army officer|military official|army officials|military officials",
    ),
    ("police_source", "source", "source policière|sources policières", "police source|police sources"),
    ("gendarmerie_source", "source", "source de la gendarmerie|source à la gendarmerie", "gendarmerie source"),
    (
        "official_source",
        "source",
        "source officielle|sources officielles|source administrative|sources administratives|source gouvernementale|source diplomatique",
        "official source|official sources|administrative source|government source|diplomatic source|diplomats",
    ),
    (
        "local_official",
        "source",
        "responsable local|élu local|élu|élus locaux|maire|autorité locale|responsable administratif|responsables locaux|adjoint au maire|conseiller communal|source locale|sources locales|source administrative locale",
        "local official|local officials|mayor|deputy mayor|local councillor|local elected official|local source|local sources|district official|municipal official",
    ),
    (
        "hospital_source",
        "witness",
        "source hospitalière|sources hospitalières|source médicale|sources médicales|source sanitaire|source à l'hôpital",
        "hospital source|hospital sources|medical source|medical sources|hospital official|health official",
    ),
    (
        "civil_protection",
        "source",
        "protection civile|protection civile malienne|pompiers|sapeurs-pompiers|secours",
        "civil protection|rescue services|firefighters|emergency services",
    ),
    # Those who saw or found.
    (
        "residents",
        "witness",
        "habitants|habitant|habitante|habitantes|riverains|riverain|villageois|villageoise|population locale",
        "residents|resident|villagers|villager|local residents|locals|townspeople",
    ),
    (
        "witnesses",
        "witness",
        "témoins|témoin|témoin oculaire|témoins oculaires",
        "witnesses|witness|eyewitnesses|eyewitness",
    ),
    ("survivors", "witness", "rescapé|rescapés|rescapée|survivant|survivants|survivante", "survivor|survivors"),
    (
        "relatives",
        "witness",
        "proche|proches|proche de victimes|proches des victimes|famille des victimes|parent d'une victime|proche de deux victimes",
        "relative|relatives|family member|relatives of the victims|family of the victims",
    ),
    (
        "notable",
        "witness",
        "notable|notables|chef de village|chef du village|chef coutumier|chef traditionnel|imam",
        "notable|village chief|community leader|traditional leader|imam|local leader|elder",
    ),
    (
        "doctor",
        "witness",
        "médecin|docteur|infirmier|infirmière|agent de santé|chirurgien",
        "doctor|nurse|health worker|surgeon|medic|paramedic",
    ),
    (
        "aid_workers",
        "witness",
        "travailleur humanitaire|humanitaire|travailleurs humanitaires|humanitaires|employé d'ONG",
        "aid worker|aid workers|humanitarian worker|humanitarian workers|humanitarian source|humanitarian official",
    ),
    ("drivers", "witness", "chauffeur|chauffeurs|conducteur|transporteur", "driver|drivers|lorry driver|truck driver"),
    (
        "traders",
        "witness",
        "commerçant|commerçants|commerçante|marchand|marchands|vendeuse|boutiquier",
        "trader|traders|shopkeeper|shopkeepers|merchant|stallholder",
    ),
    ("teachers", "witness", "enseignant|enseignants|enseignante|instituteur", "teacher|teachers|schoolteacher"),
    (
        "farmers",
        "witness",
        "agriculteur|agriculteurs|éleveur|éleveurs|berger|cultivateur|orpailleur",
        "farmer|farmers|herder|herders|herdsman|gold miner",
    ),
    ("passengers", "witness", "passager|passagers|passagère|voyageur", "passenger|passengers|traveller|traveler"),
)
