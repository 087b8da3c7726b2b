"""The names behind `index.actors`: armed groups and forces, in French and English.

One block an actor: its key, its kind and what it is a branch of; `say` is the name as a sentence takes it, French
and then English, where that is not the first name alone; `fr` and `en` are names; `caps` are acronyms that count only
as they are written, because in small letters they are words.

Sources, all public: UN Security Council sanctions lists (QDe.159 JNIM, QDe.163 ISGS, QDe.138 Boko Haram, QDe.014 AQIM),
ACLED's actor profiles, the groups' own published names.  JNIM joined Ansar Dine, AQIM's Sahara branch, al-Mourabitoun
and the Katiba Macina in March 2017; the Islamic State's Sahel branch (EIGS, ISGS) is a province of its own since March
2022 (EIS, ISSP); the FLA of 30 November 2024 took in the CSP, heir of the CMA (MNLA, HCUA and part of the MAA).
"""

ARMED = """
jnim: armed_group
  say    le JNIM | JNIM
  fr     JNIM | Groupe de soutien à l'islam et aux musulmans | Groupe de soutien de l'islam et des musulmans
  fr     GSIM | Nosrat al-Islam wal-Muslimin | Jamaat Nosrat al-Islam wal-Mouslimin | affilié d'Al-Qaïda
  fr     filiale d'Al-Qaïda au Sahel | branche sahélienne d'Al-Qaïda
  en     JNIM | Jama'at Nusrat al-Islam wal-Muslimin | Jamaat Nusrat al-Islam wal Muslimin | Nusrat al-Islam
  en     Group for the Support of Islam and Muslims | Support Group for Islam and Muslims
  en     Group to Support Islam and Muslims | al-Qaeda affiliate | al Qaeda affiliate | al-Qaida affiliate
  en     al-Qaeda-linked JNIM | JNM
katiba_macina: armed_group of jnim
  say    la Katiba Macina | the Katiba Macina
  fr     Katiba Macina | Katiba du Macina | Front de libération du Macina
  en     Katiba Macina | Macina Katiba | Macina Liberation Front | Macina Liberation Movement
  caps   FLM | MLF
ansar_dine: armed_group of jnim
  fr     Ansar Dine | Ansar Eddine | Ansar ed-Dine | Ansar Din
  en     Ansar Dine | Ansar al-Din
al_mourabitoun: armed_group of jnim
  say    Al-Mourabitoune | Al-Mourabitoun
  fr     Al-Mourabitoune | Al-Mourabitoun | Mourabitoune | El Mourabitoun
  en     Al-Mourabitoun | Al-Murabitun | Al Murabitoun | El Mourabitoun
aqim: armed_group
  fr     Aqmi | Al-Qaïda au Maghreb islamique | Al-Qaida au Maghreb islamique
  en     AQIM | al-Qaeda in the Islamic Maghreb | al-Qaida in the Islamic Maghreb | AQM
mujao: armed_group
  say    le Mujao | MUJAO
  fr     Mujao | Mouvement pour l'unicité et le jihad en Afrique de l'Ouest
  en     MUJAO | MUJWA | MOJWA
ansarul_islam: armed_group of jnim
  fr     Ansaroul Islam | Ansarul Islam
  en     Ansarul Islam | Ansaroul Islam | Ansar ul Islam
is_sahel: armed_group of islamic_state
  say    l'État islamique au Sahel | the Islamic State Sahel Province
  fr     État islamique au Sahel | État islamique dans le Grand Sahara | Etat islamique au Grand Sahara
  fr     Province du Sahel de l'État islamique | EIGS | branche sahélienne de l'État islamique | Daech au Sahel
  en     Islamic State Sahel Province | Islamic State in the Greater Sahara | Islamic State in the Sahel
  en     Islamic State Sahel | Islamic State's Sahel Province | Islamic State's Sahel branch | ISGS | ISSP
  en     IS Sahel | IS-Sahel
  caps   EIS
iswap: armed_group of islamic_state
  say    l'État islamique en Afrique de l'Ouest | ISWAP
  fr     État islamique en Afrique de l'Ouest | Province d'Afrique de l'Ouest de l'État islamique | EIAO | Iswap
  en     ISWAP | Islamic State West Africa Province | Islamic State in West Africa Province
  en     Islamic State in West Africa | ISWA
islamic_state: armed_group
  say    l'État islamique | the Islamic State
  fr     État islamique | organisation État islamique | groupe État islamique | Daech
  en     Islamic State | Islamic State group | Daesh | ISIS | ISIL
  caps   EI
al_qaeda: armed_group
  fr     Al-Qaïda | Al Qaïda | Al-Qaida
  en     al-Qaeda | al Qaeda | al-Qaida
boko_haram: armed_group
  fr     Boko Haram | Jama'atu Ahlis Sunna Lidda'awati wal-Jihad
  en     Boko Haram | Jama'atu Ahlis Sunna
  caps   JAS
lakurawa: armed_group
  fr     Lakurawa
  en     Lakurawa
fla: armed_group
  say    le FLA | the FLA
  fr     FLA | Front de libération de l'Azawad | rebelles du FLA | Cadre stratégique permanent
  fr     Cadre stratégique pour la paix | Cadre stratégique pour la défense du peuple de l'Azawad
  en     FLA | Azawad Liberation Front | Permanent Strategic Framework | Liberation Front of Azawad
  caps   FLA | CSP | CSP-PSD | CSP-DPA
cma: armed_group of fla
  say    la CMA | the CMA
  fr     CMA | Coordination des mouvements de l'Azawad
  en     CMA | Coordination of Azawad Movements
  caps   CMA
mnla: armed_group of cma
  say    le MNLA | the MNLA
  fr     MNLA | Mouvement national de libération de l'Azawad
  en     MNLA | National Movement for the Liberation of Azawad
hcua: armed_group of cma
  say    le HCUA | the HCUA
  fr     HCUA | Haut conseil pour l'unité de l'Azawad
  en     HCUA | High Council for the Unity of Azawad
maa: armed_group
  say    le Mouvement arabe de l'Azawad | the Arab Movement of Azawad
  fr     Mouvement arabe de l'Azawad
  en     Arab Movement of Azawad | Azawad Arab Movement
  caps   MAA
gatia: armed_group of plateforme
  say    le Gatia | GATIA
  fr     Gatia | Groupe autodéfense touareg Imghad et alliés
  en     GATIA | Imghad Tuareg Self-Defense Group and Allies
plateforme: armed_group
  say    la Plateforme des mouvements du 14 juin | the Platform of Movements of 14 June
  fr     Plateforme des mouvements du 14 juin
  en     Platform of Movements of 14 June
  caps   Plateforme
msa: armed_group
  say    le Mouvement pour le salut de l'Azawad | the Movement for the Salvation of Azawad
  fr     Mouvement pour le salut de l'Azawad
  en     Movement for the Salvation of Azawad
  caps   MSA | MSA-D
ganda_koy: armed_group
  fr     Ganda Koy | Ganda Izo | Ganda Iso
  en     Ganda Koy | Ganda Izo | Ganda Iso
dan_na_ambassagou: armed_group
  fr     Dan Na Ambassagou | Dana Ambassagou | Dana Amassagou | Dan Nan Ambassagou
  en     Dan Na Ambassagou | Dana Ambassagou | Dan Nan Ambassagou
dozos: armed_group
  say    des dozos | Dozos
  fr     dozos | dozo | donsos | chasseurs dozos | chasseurs traditionnels | chasseurs dogons | milice dozo
  fr     miliciens dozos | groupe de chasseurs dogons
  en     Dozos | Dozo | Donso | traditional hunters | Dozo hunters | Dozo militiamen | Dogon hunters
  en     Dogon hunters' group | Dozo militia | Bambara hunters
koglweogo: armed_group
  say    des Koglweogo | Koglweogo
  fr     Koglweogo | Koglwéogo
  en     Koglweogo
fulani_militia: armed_group
  say    une milice peule | a Fulani militia
  fr     milice peule | miliciens peuls
  en     Fulani militia | Fulani militiamen
dogon_militia: armed_group
  say    une milice dogon | a Dogon militia
  fr     milice dogon | miliciens dogons
  en     Dogon militia | Dogon militiamen
jihadists: armed_group
  say    des jihadistes | jihadists
  fr     jihadistes | djihadistes | jihadiste | djihadiste | terroristes | groupes jihadistes | islamistes
  fr     jihadistes présumés
  en     jihadists | jihadist | Islamist militants | Islamist insurgents | Islamists | militants | terrorists
  en     insurgents | suspected jihadists | jihadist groups
gunmen: armed_group
  say    des hommes armés | gunmen
  fr     hommes armés | hommes armés non identifiés | individus armés | assaillants | bandits armés
  fr     assaillants non identifiés
  en     gunmen | unidentified gunmen | unknown gunmen | armed men | unidentified armed men | assailants
  en     attackers | armed bandits
rebels: armed_group
  say    des rebelles | rebels
  fr     rebelles | rebelle | rébellion | rébellion touareg | rebelles touareg | séparatistes
  en     rebels | rebel | Tuareg rebels | separatists
malian_army: force of army
  say    l'armée malienne | the Malian army
  fr     armée malienne | Forces armées maliennes | FAMa | soldats maliens | militaires maliens
  fr     état-major malien | armée du Mali | état-major des armées du Mali | ministère malien de la Défense
  en     Malian army | Malian Armed Forces | Mali's army | Malian military | Malian soldiers | Malian troops
  en     FAMa | Mali army | Malian armed forces | Malian forces
  caps   FAMA
burkinabe_army: force of army
  say    l'armée burkinabè | the Burkinabe army
  fr     armée burkinabè | Forces armées burkinabè | armée burkinabé | soldats burkinabè | armée du Burkina Faso
  en     Burkinabe army | Burkina Faso's army | Burkina army | Burkinabe Armed Forces | Burkinabe soldiers
  en     Burkinabe military | Burkina Faso army
  caps   FABF
nigerien_army: force of army
  say    l'armée nigérienne | the Nigerien army
  fr     armée nigérienne | Forces armées nigériennes | Forces de défense et de sécurité du Niger
  fr     soldats nigériens | armée du Niger
  en     Nigerien army | Niger's army | Niger Armed Forces | Nigerien soldiers | Nigerien military | Niger army
  caps   FAN
chadian_army: force of army
  say    l'armée tchadienne | the Chadian army
  fr     armée tchadienne | soldats tchadiens
  en     Chadian army | Chadian soldiers | Chad's army
algerian_army: force of army
  say    l'armée algérienne | the Algerian army
  fr     armée algérienne
  en     Algerian army | Algeria's army
french_army: force of army
  say    l'armée française | the French army
  fr     armée française | soldats français | forces françaises | état-major français
  en     French army | French forces | French troops | French military | French soldiers
army: force
  say    l'armée | the army
  fr     armée | état-major | état-major des armées | état-major général | haut commandement | forces armées
  fr     hiérarchie militaire | porte-parole militaire | chef d'état-major
  en     army | general staff | the military | armed forces | military spokesman | military spokeswoman
  en     military spokesperson | army command | military high command | defence ministry | ministry of defence
  en     defense ministry | ministry of defense
  caps   FDS
vdp: force
  say    les Volontaires pour la défense de la patrie | the Volunteers for the Defense of the Homeland
  fr     Volontaires pour la défense de la patrie | volontaires civils | supplétifs de l'armée | VDP
  en     Volunteers for the Defense of the Homeland | Volunteers for the Defence of the Homeland
  en     civilian volunteers | VDP
bir: force
  say    le Bataillon d'intervention rapide | the rapid intervention battalion
  fr     Bataillon d'intervention rapide | bataillons d'intervention rapide
  en     rapid intervention battalion | Rapid Intervention Battalions
africa_corps: force
  fr     Africa Corps | Wagner | groupe Wagner | groupe paramilitaire Wagner | mercenaires russes
  fr     paramilitaires russes | mercenaires de Wagner | Corps africain
  en     Africa Corps | Wagner | Wagner Group | Wagner group | Russian mercenaries | Wagner mercenaries
  en     Russian paramilitaries
minusma: force
  say    la Minusma | MINUSMA
  fr     Minusma | Casques bleus | mission de l'ONU au Mali | Mission des Nations unies au Mali
  en     MINUSMA | UN peacekeepers | UN mission in Mali | peacekeepers | blue helmets
barkhane: force
  fr     Barkhane | opération Barkhane | force Barkhane | Serval | opération Serval
  en     Barkhane | Operation Barkhane | Serval | Operation Serval
g5_sahel: force
  say    le G5 Sahel | the G5 Sahel
  fr     G5 Sahel | force conjointe du G5 Sahel
  en     G5 Sahel | G5 Sahel joint force | G5 Sahel Joint Force
aes_force: force
  say    la force unifiée de l'AES | the AES joint force
  fr     force unifiée de l'AES | force conjointe de l'AES
  en     AES joint force | AES unified force
police: force
  say    la police | the police
  fr     police | policiers | police nationale | commissariat
  en     police | police officers | national police
gendarmes: force
  say    les gendarmes | the gendarmes
  fr     gendarmes | gendarmerie | gendarmerie nationale
  en     gendarmes | gendarmerie
national_guard: force
  say    la garde nationale | the National Guard
  fr     garde nationale | gardes nationaux
  en     National Guard | national guardsmen
"""
