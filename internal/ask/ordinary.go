package ask

// usual are everyday English words. Like ordinary, they are right as they
// stand and no slip for a word of the index.
var usual = set(`trace tracing themselves himself herself itself ourselves myself yourself whoever whichever nobody somebody along among amongst across spend spends spent spending speed speak spoken order ordered orders ordering oblige
	able above accord account accounts achieve act acted action active actor actors actual add address admit admitted adult
	advance advice advise affair affect afford afraid after again age agency agent ahead aid aim air alive all almost alone already
	also always amid amount anger angry announce announced announcement annual answer anybody anymore anyway appeal appear appeared
	appears apply appoint approach approve approved area arena argue argued army around arrange arranged arrival arrive arrived
	article aside ask assess assume assure attach attached attempt attempted attend attended attending attract author authority
	authors avoid aware away awful awkward backdrop balance ban banned bar base based basic bear beat beaten beauty became become
	been before began begin behave behind being belief believe belong below benefit benefits beside best betray better between
	beyond bigger biggest bill bit bitter blame blamed blast block blocked blow board body bold bond book born boss both bother
	bottom bought bound boundary box brave break breaks bribe brief bright bring brings broad broke broken broker brought budget
	build built burden business busy buy buying calm came camp candidate cannot capable care career careful carry carried carries
	cash catch caught cause caused causes ceased center central centre century certain chair challenge chance chances character
	charge charged chase check chief child choice choose chose chosen circle circles citizen claim class clean clear clearly clock
	close closed closer coast code cold collapse collect come comes comment comments commit common company complain complete
	concede concern concerned concerns condemn conduct confident confirm confirmed confirms connect consent consider contact
	content continue control convince cool copy core corner correct could couple courage course cover crazy create created creates
	credit critic critical critics cross crowd cruel cry cure current curse custom daily damage danger dare dark data date dead
	dear debate decade deep defeat defend defended degree delay delayed delays deliver demand denied denies deny depend describe
	deserve desire desk despite destroy detail develop device did die differ dig dinner direct dirty discuss discussed disease
	dispute distance divide divided doing dollar dollars done door doubt doubts down dozen dozens drama draw drawn dream dress drew
	drink drive driven drop dropped due during duty each eager ear early earn easily easy edge edit effect effort efforts eight
	elect else email emerge emerged employ empty end ended enemy engage enjoy enough ensure enter entered entire envy equal era
	error escape essay even evening event ever every evidence evil exact examine example except exchange excited excuse exist
	exists exit expect expected expert experts explain express extend extent extra extreme fail failed fails fair faith fake false
	fame familiar famous far farm fast fate fault favour fear feared feel feels feet fell fellow felt fewer field fierce fight
	fighting figure file fill film find finds fine finger finish fire fired firm fit five fix fixed flag flat flew flight floor
	flow fly focus follow foreign forget form formal former forth fortune forward fought found four frame free freely fresh friend
	friends front full fun fund funny further gave general gentle gets getting giant gift girl give given glad glass global goal
	goals god goes gold gone good got govern grab grand grant grave great greater grew gross ground group groups grow growing
	growth guard guess guest guide guilty guy habit half halt handle handled hang happen hard hardly harm hate haul heard heavy
	held hell hello help helps hence hero hidden hide higher highly hint hired hit hold hole honest honour hoped hopes host
	hour huge human hundred hunt hurry hurt idea ideal ignore ignored ill image impact imply impose imposed improve inside insist
	instead intend intended intent interest interview invite invited involve iron island issue item items jail jet join joined
	joint joke journal journey judge jump junior just justice keen keep key kick kid kill killed killing kind knew knife knock
	know known knows label lack lady laid lake land landed large last lasting late later latter laugh launch law lawyer lay layer
	lead leader leaders leading leads league learn learned learns learnt least leave leaves leaving left legal length less lesson
	let letter letters level liberal lie lied life lift lifted light like likely limit line lines link list listen little live
	lived lives living load local lock logic lonely long longer look looked looks loose lord lose loses loss lost lot loud loved
	lovely low lower loyal luck lucky lunch mad made magic mail main maintain major make maker makes male manage manager many map
	march mark marked marry mass massive master match matter mayor meal meant measure media medical meet melt member memory mental
	mention mere merely mess message method middle might mild military mind mine minor minute mirror miss missed mission mistake mix
	mixed mobile mode model modern moment money monitor month mood moral more most mostly motion motive mouth move moved much murder
	must myself naked name narrow nasty native near nearly neat neck need needed needs neither nephew nerve never new news nice
	nobody noise none nor normal north nose note noted notes nothing notice novel now nowhere oath obey object obtain obvious odd
	offer office officer often older once online open opened opinion option options oral ordinary organise other others ought ours
	out outcome outer outside over own owner owners owns pace pack paid pain pair pale panel panic parent park part pass passed past
	patient pattern pay paying pays peak pen people perfect perhaps period permit person phase phone photo phrase pick picked pick
	piece pile pilot pin pipe place placed plain plane play played player plead please pleased plenty plot plus pocket poem poet
	poison police policy polite pool poor pop popular port possess post pour praise praised pray prayer prefer prepare prepared
	present press pretend pretty prevent pride prime print prior private prize problem proceed process produce produced product
	profit promise promised proof proper protect protest proud prove proved proven provide public publish pull pulled pulls pump
	punish pure purpose pursue push pushed puts queen quick quiet quit quite quote race radio raid rail rain raise ran rang range
	rank rapid rare rarely rather reach reached react read reader ready real reason recall receive received recent record recover
	reduce refer reform refuse refused region regret reject relate rely remain remember remove rent repair repeat replace reply
	report request rescue resign resist resolve respect respond rest result results retain retire return reveal revealed revenge
	review rich rid ride right rise risk risks rival river rob rock role room root rope rough round route row royal rude ruin
	rule rules run runs rush sacked sacrifice sad safe safety said sail sake salt same sand sat save saved saving say scale scared
	scene scheme school scope score scream screen search season second secret secure seek seem seemed seems seen select self sell
	send sending sends senior sense sent separate serious serve served service settle seven several severe shake shall shame shape
	share sharp shed shift shine ship shirt shock shocked shoot short shot should shout show shown shut sick side sides sight
	sign signal silence silly similar simple since sing single sink sister site sitting six skill skin sky slave slept slice
	slight slip slow small smart smell smile smoke smooth social soft sold solid solve some son song soon sorry sort soul sound
	source south spare speech spell spirit split spoil spoke sport spot spread spring spy square staff stage stake stance stand
	standing star start state station status stay steady steal steel steep stick sticking still stir stole stone stood stop store
	storm strange stream street strength stress stretch strike string strip strong struck struggle study stuff style subject submit
	succeed such sudden suffer sugar suggest suit summer summit super supply support suppose sure surface surprise surprised
	survey suspect swear sweet swift swing sword symbol system table tactic tail take taken talent talk talking talks tall tape
	target task taste taught teach team tear tell ten tend tense terms test than thank that their theme then theory there these
	thick thief thin thing think third those though thought thousand thread threat three threw throw thrown thus tie tied tight
	till time tiny tired title today toe told tone tonight too took tool top total touch tough tour toward towards town toy track
	trade train travel treat treaty tree trend trial trick tried trip trouble truce truck true truly trust try trying tune turn
	turned twelve twenty twice two type ugly ultimate unable uncle under undo unfair union unique unit unite unless unlike until
	upon upper upset urban urge urged use used useful user usual usually vague valid valley value various vast version veteran
	victim victory video view village violent virtue visit voice volume vote wage wait waiting wake walk wall want wanted wants
	warm warn warned waste watch water wave weak weapon wear week weeks weigh weight weird well went were what wheel when where
	whether which while whip whisper white who whole whom whose why wide wife wild will win window wing winner winter wipe wire
	wise wish with within without witness woman women wonder word work worked worker working world worry worse worst worth would
	wound write writing wrong wrote yard yeah year yell yes yesterday yet yield young yours youth zero zone`)
