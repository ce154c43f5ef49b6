package ask

// cueWords tell what a question wants to know. They are also what a mistyped
// word may be put right to.
var cueWords = set(`changed change changes differ difference differences different compare compared comparison versus between
	same unchanged identical common similar similarities kept survive survived stayed remained
	new added introduced additions
	gone vanished dropped removed deleted missing disappeared scrapped omitted struck axed lost left cut
	brackets bracketed unresolved undecided open
	unknown unreported unpublished secret silent gaps reported
	source sources quote quoted verbatim wording exact quotation
	contradict contradicts disagree conflicting disputed dispute disputes agree inconsistent contested conflict conflicts
	history timeline evolved evolve evolution moved progression development time
	proposed propose proposal suggested originated origin idea first
	whose prevailed adopted adopt won wins win
	point points numbering
	mention mentions mentioned include includes contain contains cover address
	meeting meetings met events event happened chronology
	reject rejected rejects back backed backs support supported supports oppose opposed accept accepted
	criticised criticized welcomed endorsed
	plan plans draft drafts version versions text texts
	softened watered rewritten amended altered modified softer tougher weaker stronger stricter treat treats treated track
	about there where which when what says said every each allowed according should`)

// plainEnglish are words that people use around a question. They name no
// subject, and they are right as they stand.
var plainEnglish = set(`cite cites cited quote quotes success successful raise raised raises qualifier condition material recent field fields clause clauses things person people man side sides country countries day days week month year years time times today
	currently exactly everything everyone everybody nobody someone anybody hold holds held stand stands standing stood
	look looks read reads write writes written wrote tell think thinks thought believe believes believed believing
	work works happen decide decides decided deciding decision set sets setting set really basically
	big small large long short high low good best better bad worse worst true false fact facts claim claims claimed
	make sure find see show shows shown seen hear heard ask asks asked asking answer start starts started end ends
	help possible likely please thing whole full total main key major minor important
	first next early late later soon recently already yet always often once twice
	still able around near far above below well back away down up
	have having half double twice number numbers how's it's that's what's there's
	side-by-side headline story article journalist reporter paper papers news
	deal deals negotiators negotiate negotiation leaked leak publish published
		deal version wise regard respect terms basis case point fate role
	specifically actual actually real move moves moving follow follows following
	under would supposed due expected planned according
	fields field clauses clause things many involved behind next best known well able currently happening ended began begin begins agreed agree
	asked answered telling talk talking spoke speaking wonder wondering curious maybe perhaps somehow whatever guys folks stuff
	regarding related relevant based include including concerning apply applies applied
	call called calling name named title titled describe described description details specifics
	reach reached sign signed signing deal dealt matter matters issue issues topic question
	harsh harsher harshest toughest softest fairest kindest blame fault
	everywhere furthermore hers however indeed moreover namely nevertheless thereby therefore therein tries whenever whereas whereby
	whilst upon treatment arrangement arrangements provision provisions aspect aspects element elements feature features featured
	stipulate stipulates stipulated stipulation foresee foresees foreseen envisage envisages envisaged prescribe prescribes prescribed
	specifies specified respective respectively context bits bunch touches passage phrasing handling handle handles handled
	literally briefly remind reminder folk lays seriously honestly frankly kindly cheers
	came going gone done being made making used using given took taken
	old newer older newest oldest earliest final finally eventually originally initially previously formerly
	mean means meant meaning exact precise precisely roughly approximately
	full fully partly entirely completely totally simply merely lie lies lay lying weekend weekends monday tuesday wednesday thursday friday saturday sunday scratch forerunner predecessor abroad mid flat flatly outright
	possible impossible necessary forced allow allowing let letting prevent prevents stop stops stopped
	latest version versions compare comparison both either neither
	anyone anywhere together apart alone instead rather besides except plus minus
	compulsory mandatory optional must shall
	let lets keep keeps kept remain hand handed handing face faces facing
	won win winning loses lose`)

// ordinary words are English as they stand, and never a slip for a word of the
// index. They name subjects, mostly of other questions.
var ordinary = set(`season league champions inflation pope oscar tall weather rain snow price prices cost costs oil coal bitcoin stock stocks market shares wife husband son daughter
	mother father family age born birth birthday died dead death deaths killed casualties wounded dying population capital city cities town
	village football soccer sport sports game games music song movie film book books food recipe cook eat drink wine beer coffee
	holiday travel flight hotel visa passport ticket school university teacher student doctor hospital health virus covid vaccine climate
	warming carbon energy solar wind water fire flood storm earth moon star space rocket satellite phone computer laptop internet website
	email password google twitter facebook video photo picture image color colour red blue green black white yellow
	president minister senator congress parliament court judge police crime prison drug drugs gun guns bomb bombs tank tanks drone drones
	ship ships navy train trains car cars bus road bridge house home building church king queen prince princess
	china india iran israel gaza taiwan korea japan syria africa asia america england scotland ireland spain italy sweden norway
	finland turkey georgia moldova belarus hungary canada mexico brazil
	joke jokes story poem love hate happy sad angry fear hope dream sleep dance laugh cry
	wall walls hall ball call tale talk fall small calf cane cats dogs cat dog horse bird fish
	rate rates loan loans debt taxes bank banks salary income rich poor cheap expensive
	abortion gender religion race black lives matter immigration refugees refugee migrants border walls
	history science math physics chemistry biology
	size height weight length distance speed temperature
	tomorrow yesterday tonight morning evening night hour hours minute minutes
	war wars battle battles attack attacks front fronts frontline invasion invade
	trust truth liar corrupt corruption scandal
	english german french spanish language languages translate translation
	head heads hand hands face foot eye eyes ear arms leg legs heart blood
	mouse house horse nurse purse course force source forces sources
	plane planes plan planet plant plants point paint print
	cap caps cape cup cut gap map tap trap
	poll polls pool pole role roll rule rules
	seat seats seal sell sale sales tale
	gain grain brain drain train chain plain
	race rice ride rise raise praise
	part party parties art arts smart start
	boat coat goat boot root foot food good wood
	next text test best rest west east nest
	snap soap soup step stop shop ship`)

// elsewhere are places and things of other questions: what is asked of them is
// not in the records, whatever else fits, unless a record has the very word.
var elsewhere = set(`china india iran israel gaza taiwan korea japan syria yemen sudan venezuela cuba afghanistan iraq lebanon pakistan kashmir africa
	chinese korean koreans japanese iranian israeli syrian
	weather rain snow recipe recipes restaurant restaurants hotel hotels football soccer bitcoin crypto lottery horoscope
	polls pollsters rating ratings popularity salary salaries hamas hezbollah netherlands dutch manager ballon oscars eurovision football footballer rugby cricket tennis coach referee goalkeeper`)
