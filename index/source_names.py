"""The names behind `index.actors`: authorities, organisations, and those who know from office or who saw.

Blocks as in `index.armed_names`.  Generic sources stand here too, so that "des habitants" and "residents" are one.
"""

OTHERS = """
malian_government: authority of government
  say    le gouvernement malien | the Malian government
  fr     gouvernement malien | junte malienne | autorités maliennes | junte au pouvoir à Bamako
  en     Malian government | Mali's government | Malian junta | Mali's junta | Malian authorities
burkinabe_government: authority of government
  say    le gouvernement burkinabè | the Burkinabe government
  fr     gouvernement burkinabè | junte burkinabè | autorités burkinabè
  en     Burkinabe government | Burkina Faso's government | Burkina Faso's junta | Burkinabe authorities
nigerien_government: authority of government
  say    le gouvernement nigérien | the Nigerien government
  fr     gouvernement nigérien | junte nigérienne | autorités nigériennes
  en     Nigerien government | Niger's government | Niger's junta | Nigerien authorities
government: authority
  say    le gouvernement | the government
  fr     gouvernement | junte | porte-parole du gouvernement | régime militaire
  en     government | junta | government spokesman | government spokesperson | military rulers
authorities: authority
  say    les autorités | the authorities
  fr     autorités | pouvoirs publics
  en     authorities
president: authority
  say    le président de la transition | the transitional president
  fr     président de la transition | chef de la junte | chef de l'État | présidence
  en     transitional president | head of state | junta leader | president's office
prime_minister: authority
  say    le Premier ministre | the prime minister
  fr     Premier ministre | Première ministre
  en     prime minister
minister: authority
  say    un ministre | a minister
  fr     ministre | ministre de la Défense | ministre de la Sécurité | ministre des Affaires étrangères
  fr     ministre de la Réconciliation | ministre des Transports | ministre de l'Agriculture
  fr     ministre de l'Intérieur
  en     minister | defence minister | defense minister | security minister | foreign minister
  en     interior minister | health minister | transport minister
governor: authority
  say    le gouverneur | the governor
  fr     gouverneur | gouverneur de la région | gouvernorat
  en     governor | regional governor | governor's office
prefect: authority
  say    le préfet | the prefect
  fr     préfet | sous-préfet
  en     prefect | sub-prefect | subprefect
prosecutor: authority
  say    le procureur | the prosecutor
  fr     procureur | parquet | procureur de la République
  en     prosecutor | public prosecutor | prosecutors
provincial_authorities: authority
  say    les autorités provinciales | the provincial authorities
  fr     autorités provinciales | autorités régionales | autorités locales
  en     provincial authorities | regional authorities | local authorities
un: organisation
  say    l'ONU | the United Nations
  fr     ONU | Nations unies | Organisation des Nations unies | Ocha | HCR | Unicef | mission de l'ONU
  en     United Nations | OCHA | UNHCR | UNICEF
  caps   UN | U.N.
african_union: organisation
  say    l'Union africaine | the African Union
  fr     Union africaine
  en     African Union
ecowas: organisation
  say    la Cédéao | ECOWAS
  fr     Cédéao | Communauté économique des États de l'Afrique de l'Ouest
  en     ECOWAS | Economic Community of West African States
aes: organisation
  say    l'Alliance des États du Sahel | the Alliance of Sahel States
  fr     Alliance des États du Sahel | Confédération des États du Sahel
  en     Alliance of Sahel States | Confederation of Sahel States
  caps   AES
european_union: organisation
  say    l'Union européenne | the European Union
  fr     Union européenne
  en     European Union
red_cross: organisation
  say    la Croix-Rouge | the Red Cross
  fr     Croix-Rouge | CICR | Comité international de la Croix-Rouge
  en     Red Cross | ICRC
msf: organisation
  fr     Médecins sans frontières
  en     Doctors Without Borders | Medecins Sans Frontieres
  caps   MSF
rights_group: organisation
  say    une organisation de défense des droits humains | a rights group
  fr     organisation de défense des droits humains | ONG de défense des droits de l'homme
  fr     organisations de défense des droits humains | Human Rights Watch | Amnesty International
  en     rights group | human rights group | rights groups | Human Rights Watch | Amnesty International
ngo: organisation
  say    une ONG | an NGO
  fr     ONG | organisation humanitaire | ONG internationale | organisation non gouvernementale
  en     NGO | aid group | aid agency | non-governmental organisation | aid organisation | aid organization
russia: organisation
  say    la Russie | Russia
  fr     Russie | Moscou | Kremlin
  en     Russia | Moscow | Kremlin
france: organisation
  say    la diplomatie française | the French foreign ministry
  fr     diplomatie française | Quai d'Orsay
  en     French foreign ministry
algeria: organisation
  say    la diplomatie algérienne | the Algerian foreign ministry
  fr     diplomatie algérienne | gouvernement algérien
  en     Algerian foreign ministry | Algerian government
security_source: source
  say    une source sécuritaire | a security source
  fr     source sécuritaire | sources sécuritaires | source de sécurité | sources de sécurité
  fr     responsable sécuritaire | source proche des services de sécurité
  en     security source | security sources | security official | security officials
military_source: source
  say    une source militaire | a military source
  fr     source militaire | sources militaires | source au sein de l'armée | officier | officier malien
  fr     responsable militaire | source à l'état-major
  en     military source | military sources | army source | army officer | military official | army officials
  en     military officials
police_source: source
  say    une source policière | a police source
  fr     source policière | sources policières
  en     police source | police sources
gendarmerie_source: source
  say    une source de la gendarmerie | a gendarmerie source
  fr     source de la gendarmerie | source à la gendarmerie
  en     gendarmerie source
official_source: source
  say    une source officielle | an official source
  fr     source officielle | sources officielles | source administrative | sources administratives
  fr     source gouvernementale | source diplomatique
  en     official source | official sources | administrative source | government source | diplomatic source
  en     diplomats
local_official: source
  say    un responsable local | a local official
  fr     responsable local | élu local | élu | élus locaux | maire | autorité locale | responsable administratif
  fr     responsables locaux | adjoint au maire | conseiller communal | source locale | sources locales
  fr     source administrative locale
  en     local official | local officials | mayor | deputy mayor | local councillor | local elected official
  en     local source | local sources | district official | municipal official
hospital_source: witness
  say    une source hospitalière | a hospital source
  fr     source hospitalière | sources hospitalières | source médicale | sources médicales | source sanitaire
  fr     source à l'hôpital
  en     hospital source | hospital sources | medical source | medical sources | hospital official
  en     health official
civil_protection: source
  say    la protection civile | civil protection
  fr     protection civile | protection civile malienne | pompiers | sapeurs-pompiers | secours
  en     civil protection | rescue services | firefighters | emergency services
residents: witness
  say    des habitants | residents
  fr     habitants | habitant | habitante | habitantes | riverains | riverain | villageois | villageoise
  fr     population locale
  en     residents | resident | villagers | villager | local residents | locals | townspeople
witnesses: witness
  say    des témoins | witnesses
  fr     témoins | témoin | témoin oculaire | témoins oculaires
  en     witnesses | witness | eyewitnesses | eyewitness
survivors: witness
  say    un rescapé | a survivor
  fr     rescapé | rescapés | rescapée | survivant | survivants | survivante
  en     survivor | survivors
relatives: witness
  say    un proche | a relative
  fr     proche | proches | proche de victimes | proches des victimes | famille des victimes
  fr     parent d'une victime | proche de deux victimes
  en     relative | relatives | family member | relatives of the victims | family of the victims
notable: witness
  say    un notable | a notable
  fr     notable | notables | chef de village | chef du village | chef coutumier | chef traditionnel | imam
  en     notable | village chief | community leader | traditional leader | imam | local leader | elder
doctor: witness
  say    un médecin | a doctor
  fr     médecin | docteur | infirmier | infirmière | agent de santé | chirurgien
  en     doctor | nurse | health worker | surgeon | medic | paramedic
aid_workers: witness
  say    un travailleur humanitaire | an aid worker
  fr     travailleur humanitaire | humanitaire | travailleurs humanitaires | humanitaires | employé d'ONG
  en     aid worker | aid workers | humanitarian worker | humanitarian workers | humanitarian source
  en     humanitarian official
drivers: witness
  say    un chauffeur | a driver
  fr     chauffeur | chauffeurs | conducteur | conducteurs | transporteur | transporteurs
  en     driver | drivers | lorry driver | truck driver
traders: witness
  say    un commerçant | a trader
  fr     commerçant | commerçants | commerçante | marchand | marchands | vendeuse | boutiquier
  en     trader | traders | shopkeeper | shopkeepers | merchant | stallholder
teachers: witness
  say    un enseignant | a teacher
  fr     enseignant | enseignants | enseignante | instituteur
  en     teacher | teachers | schoolteacher
farmers: witness
  say    un agriculteur | a farmer
  fr     agriculteur | agriculteurs | éleveur | éleveurs | berger | cultivateur | orpailleur
  en     farmer | farmers | herder | herders | herdsman | gold miner
passengers: witness
  say    un passager | a passenger
  fr     passager | passagers | passagère | voyageur
  en     passenger | passengers | traveller | traveler
"""
