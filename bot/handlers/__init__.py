"""Update -> engine -> render -> reply, one file a subject.

gate        duplicates, strangers, codes              greetings   /start, /help, /language
team        /invite, /people                          groups      /groups; added, thrown out, another id
questions   a question and its answer                 kept        whose press opens which kept answer
presses     more of an answer, whole, sources, where  refinements wider, nearer, another place, start over
ratings     thumbs, and what was wrong                locations   where a person is; /latest, /place
inline      questions asked in any chat               choices     /language, /timezone
status      /status                                   pacing      who asks too fast
privacy     /privacy, /forget                         intake      what editors send on, channels post
failures    a handler raised                          desk        what all of them work with
"""
