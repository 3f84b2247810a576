"""Words that change what is said when one stands for the other, by kind and language."""

Pairs = tuple[tuple[str, str], ...]

OPPOSITES: dict[str, Pairs] = {
    "en": (
        *(("rose", "fell"), ("raised", "lowered"), ("higher", "lower"), ("above", "below")),
        *(("before", "after"), ("more", "less"), ("oldest", "youngest"), ("smaller", "larger")),
        *(("agree", "refuse"), ("wrong", "right"), ("highest", "lowest"), ("clear", "vague")),
        *(("late", "early"), ("narrowed", "widened"), ("longer", "shorter"), ("cheap", "dear")),
        *(("under", "over"), ("least", "most"), ("fewer", "more"), ("denied", "admitted")),
        *(("correct", "false"), ("first", "last"), ("doubled", "halved"), ("open", "shut")),
        *(("passed", "rejected"), ("small", "large"), ("bought", "sold"), ("liked", "hated")),
    ),
    "de": (
        *(("stieg", "sank"), ("gefallen", "gestiegen"), ("höher", "niedriger"), ("vor", "nach")),
        *(
            ("mehr", "weniger"),
            ("weniger", "mehr"),
            ("älteste", "neueste"),
            ("mindestens", "höchstens"),
        ),
        *(("klein", "groß"), ("länger", "kürzer"), ("erhöhten", "senkten"), ("klar", "unklar")),
        *(
            ("sank", "stieg"),
            ("verdoppelt", "halbiert"),
            ("richtig", "falsch"),
            ("offen", "erledigt"),
        ),
        *(("teurer", "billiger"), ("spät", "früh"), ("einschalten", "ausschalten"), ("alt", "neu")),
        *(
            ("trockenen", "nassen"),
            ("bestreitet", "bestätigt"),
            ("niedrig", "hoch"),
            ("über", "unter"),
        ),
    ),
    "zh": (
        *(("上涨", "下跌"), ("下跌", "上涨"), ("高于", "低于"), ("最早", "最晚"), ("增长", "下降")),
        *(("收窄", "扩大"), ("至少", "至多"), ("至多", "至少"), ("之前", "之后"), ("上调", "下调")),
        *(("减少", "增加"), ("否认", "承认"), ("拒绝", "接受"), ("清楚", "模糊"), ("太晚", "太早")),
        *(("正确", "错误"), ("最高", "最低"), ("更高", "更低"), ("提前", "推迟"), ("公布", "隐瞒")),
        *(("干旱", "多雨"), ("久远", "晚近"), ("重要", "次要"), ("谨慎", "乐观"), ("向", "对")),
    ),
}
UNITS: dict[str, Pairs] = {
    "en": (
        *(("million", "billion"), ("hours", "days"), ("days", "weeks"), ("euros", "dollars")),
        *(("weeks", "months"), ("m", "km"), ("metres", "feet"), ("minute", "hour")),
        *(("percent", "per mille"), ("week", "month"), ("year", "month"), ("billion", "million")),
    ),
    "de": (
        *(("Millionen", "Milliarden"), ("Stunden", "Tage"), ("Tage", "Wochen"), ("Euro", "Dollar")),
        *(("Metern", "Fuß"), ("Wochen", "Monaten"), ("Prozent", "Promille"), ("Uhr", "Minuten")),
        *(("Woche", "Minute"), ("Minute", "Stunde"), ("Jahr", "Monat"), ("m", "km")),
    ),
    "zh": (
        *(
            ("万", "亿"),
            ("万", "千"),
            ("小时", "分钟"),
            ("米", "公里"),
            ("周", "月"),
            ("欧元", "美元"),
        ),
        *(("万元", "元"), ("天", "周"), ("部影片", "分钟影片"), ("年", "月")),
    ),
}
POINTS: dict[str, Pairs] = {
    "en": (("percent", "percentage points"), ("percentage points", "percent")),
    "de": (("Prozent", "Prozentpunkte"), ("Prozent", "Promille")),
    "zh": (("%", "个百分点"), ("个百分点", "%")),
}
DROPPED_NEGATIONS: dict[str, Pairs] = {
    "en": (
        *((" not", ""), (" never", ""), ("never ", ""), ("no ", "the "), ("without", "with")),
        *(("Nobody", "Somebody"), ("nobody", "somebody"), ("None", "All"), ("Neither", "Either")),
        *(("neither been", "been"), ("nothing", "something"), ("No ", "The "), ("unless", "if")),
    ),
    "de": (
        *(
            (" nicht", ""),
            ("nicht ", ""),
            ("kein ", "ein "),
            ("Keine ", "Eine "),
            ("keine ", "eine "),
        ),
        *(
            ("Niemand", "Jemand"),
            ("nie ", ""),
            ("ohne", "mit"),
            ("keiner", "jeder"),
            ("Ohne", "Mit"),
        ),
    ),
    "zh": (
        *(
            ("没有", "有"),
            ("不", ""),
            ("未经", "经"),
            ("无法", "可以"),
            ("未", "已"),
            ("从未", "曾"),
        ),
        *(("尚未", "已经"), ("均未", "均已"), ("也不", "也"), ("并不", ""), ("任何", "某些")),
    ),
}
ADDED_NEGATIONS: dict[str, Pairs] = {
    "en": (
        *((" is ", " is not "), (" was ", " was not "), (" will ", " will not ")),
        *((" are ", " are not "), (" has ", " has not "), (" had ", " had not ")),
        *((" may ", " may not "), (" would ", " would never "), (" were ", " were not ")),
        *((" with ", " without "), (" can ", " cannot "), (" of ", " of no ")),
    ),
    "de": (
        *((" ist ", " ist nicht "), (" wird ", " wird nicht "), (" hat ", " hat nicht ")),
        *((" war ", " war nie "), (" ein ", " kein "), (" eine ", " keine "), (" mit ", " ohne ")),
        *((" sind ", " sind nicht "), (" haben ", " haben nicht "), (" kann ", " kann nicht ")),
    ),
    "zh": (
        *(("会", "不会"), ("是", "不是"), ("有", "没有"), ("可以", "不可以"), ("使用", "不使用")),
        *(("将", "将不"), ("表示", "并未表示"), ("认", "不认"), ("能", "不能"), ("已", "未")),
    ),
}
NAMES: dict[str, tuple[str, ...]] = {
    "en": (
        *("Selmouth", "Brackwater", "Lindqvist", "Okafor", "Marlow", "Lantern", "Meridian"),
        *("Achterberg", "Brandt", "Falk", "Vermeer", "Renner", "Tarrant", "Aldermoor"),
    ),
    "de": (
        *("Selmünde", "Brackwasser", "Lindquist", "Okoro", "Marlow", "Laterna", "Falk"),
        *("Vermeer", "Renner", "Tarrant", "Ellermoor", "Obertal"),
    ),
    "zh": (
        *("林美拉", "欧阳拓", "马安娜", "方茵", "魏皮特", "任索菲", "谭海伦", "灯笼传媒"),
        *("溪口", "榆沼水库", "上谷", "塞港"),
    ),
}
TENSES: dict[str, Pairs] = {
    "en": (
        *(("rose", "rises"), ("said", "says"), ("is", "was"), ("was", "is"), ("will", "would")),
        *(("has", "had"), ("had", "has"), ("are", "were"), ("were", "are"), ("costs", "cost")),
        *(("expects", "expected"), ("wrote", "write"), ("asks", "asked"), ("counted", "counts")),
    ),
    "de": (
        *(("ist", "war"), ("hat", "hatte"), ("wird", "wurde"), ("sagte", "sagt"), ("war", "ist")),
        *(("waren", "sind"), ("wurde", "wird"), ("sind", "waren"), ("stieg", "steigt")),
        *(("hatte", "hat"), ("haben", "hatten"), ("zählte", "zählt"), ("verlangt", "verlangte")),
    ),
    "zh": (
        *(("将", "曾"), ("曾", "将"), ("已经", "即将"), ("今后", "此前"), ("目前", "当时")),
        *(("现在", "过去"), ("去年", "今年"), ("此前", "此后"), ("一直", "曾经"), ("仍然", "曾经")),
    ),
}
CERTAINTIES: dict[str, Pairs] = {
    "en": (
        *(("may", "will"), ("would", "will"), ("could", "must"), ("expects", "knows")),
        *(("believes", "knows"), ("perhaps", "surely"), ("about", "exactly"), ("can", "must")),
        *(("up to", "over"), ("almost", "fully"), ("more than", "exactly"), ("claim", "proof")),
    ),
    "de": (
        *(("kann", "muss"), ("sei", "ist"), ("habe", "hat"), ("werde", "wird"), ("etwa", "genau")),
        *(("bis zu", "über"), ("rund", "genau"), ("erwartet", "weiß"), ("konnte", "musste")),
        *(("mehr als", "genau"), ("bleibe", "bleibt"), ("soll", "will"), ("seien", "sind")),
    ),
    "zh": (
        *(("可以", "必须"), ("预计", "确认"), ("约为", "正是"), ("预测", "结果"), ("可达", "已达")),
        *(("计划", "决定"), ("看法", "结论"), ("指控", "判决"), ("会", "必"), ("愿意", "必须")),
    ),
}
AMOUNTS: dict[str, Pairs] = {
    "en": (
        *(("some", "all"), ("A few", "All"), ("most", "all"), ("half", "all"), ("both", "many")),
        *(("Both", "Many"), ("each", "some"), ("every", "any"), ("only", "at least")),
        *(("a third", "a half"), ("a tenth", "a third"), ("Two", "Three"), ("six", "five")),
    ),
    "de": (
        *(("Einige", "Alle"), ("jedes", "manches"), ("Zwei", "Drei"), ("nur", "mindestens")),
        *(("ein Drittel", "die Hälfte"), ("ein Zehntel", "ein Drittel"), ("jede", "manche")),
        *(
            ("beide", "mehrere"),
            ("beiden", "vielen"),
            ("meisten", "wenigsten"),
            ("jeden", "manchen"),
        ),
    ),
    "zh": (
        *(("有些", "所有"), ("大多", "全部"), ("全部", "部分"), ("两家", "三家"), ("三份", "两份")),
        *(("一倍", "两倍"), ("三分之一", "二分之一"), ("十分之一", "三分之一"), ("唯一", "少数")),
        *(("每一", "某一"), ("双方", "一方"), ("只有", "还有"), ("一名", "两名"), ("四个", "五个")),
    ),
}
ADDED: dict[str, tuple[str, ...]] = {
    "en": ("almost", "only", "allegedly", "secretly", "often", "two"),
    "de": ("fast", "nur", "angeblich", "heimlich", "oft", "zwei"),
    "zh": ("几乎", "只", "据说", "暗中", "经常", "大概"),
}
NEGATIONS: dict[str, tuple[str, ...]] = {
    "en": (
        "not",
        "never",
        "no",
        "nobody",
        "none",
        "neither",
        "nor",
        "without",
        "unless",
        "nothing",
    ),
    "de": ("nicht", "kein", "keine", "keiner", "nie", "niemand", "ohne"),
    "zh": ("不", "没有", "未", "无法", "没"),
}
