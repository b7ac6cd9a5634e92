"""Four short invented documents of unlike kinds, with who says what in them and when: written before any rule."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Case:
    """A document, who speaks the words that begin a content (None: nobody is named), its chains, its dates."""

    text: str
    outlet: str | None
    published: str | None
    speakers: dict[str, str | None]
    chains: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)


COURT = Case(
    text="""DISTRICT COURT OF HOLMERE
Case No. 14-2207

EXAMINATION OF DR. LEONARD VASS

LEONARD VASS, having been duly sworn, testified as follows:

BY MS. TRENT:

Q. Doctor, when did you first see the results of the second trial?

A. I saw them on 9 May 2011. My assistant told me that two patients had collapsed.

Q. Please go on.

A. I wrote to Mr. Corbin the next day. He answered that the board would decide.

Q. What did Mr. Corbin say at the meeting?

A. He said, "We cannot stop now, Leonard."

MR. PELL: Objection. The witness has said that he left early.

THE COURT: Overruled. You may answer.

A. I never said that I left early. Corbin told the board that the trial was safe.
""",
    outlet=None,
    published=None,
    speakers={
        "Doctor, when did you": "Trent",
        "I saw them on": "Leonard Vass",
        "that two patients had collapsed": "assistant",
        "Please go on": "Trent",
        "I wrote to Mr. Corbin": "Leonard Vass",
        "that the board would decide": "Corbin",
        "We cannot stop now": "Corbin",
        "Objection. The witness": "Pell",
        "Overruled": "Court",
        "I never said that I left early": "Leonard Vass",
        "that the trial was safe": "Corbin",
    },
    chains={
        "that two patients had collapsed": ("Leonard Vass", "assistant"),
        "We cannot stop now": ("Leonard Vass", "Corbin"),
        "that the trial was safe": ("Leonard Vass", "Corbin"),
    },
    dates={"9 May 2011": "2011-05-09", "the next day": "2011-05-10"},
)

WIRE = Case(
    text="""DORNAU, Nov 14 (Linden News Agency) - Chip maker Averon Systems hid a fault in its braking unit for a year, \
according to emails released on Tuesday by the Transport Inspectorate.

"We will say nothing until the spring," sales chief Marit Solheim wrote to a colleague, the emails show. She told him \
that the fault was rare.

The company said in a statement that it had acted in good faith. Its spokesman, Aldo Renn, declined to say when the \
board was told.

A person familiar with the matter said the board had known since 3 March. The person said that two engineers had \
resigned. "They were told to keep quiet," she said.

One official at the inspectorate said a fine was likely. Inspector General Paula Drexler said she would report by \
April. "We will publish everything on Friday," she said.

Solheim left Averon in 2021. In a deposition she denied that she had ordered anyone to keep quiet.

The agency was told by Drexler herself that the brakes would be tested in the following month.
""",
    outlet="Linden News Agency",
    published="2023-11-15",
    speakers={
        "We will say nothing": "Marit Solheim",
        "that the fault was rare": "Marit Solheim",
        "it had acted in good faith": "Averon Systems",
        "the board had known": "person familiar with the matter",
        "that two engineers": "person familiar with the matter",
        "They were told to keep": "person familiar with the matter",
        "a fine was likely": "official at the inspectorate",
        "she would report by": "Paula Drexler",
        "We will publish": "Paula Drexler",
        "that she had ordered": "Marit Solheim",
        "the brakes would be tested": "Paula Drexler",
    },
    chains={"We will say nothing": ("emails", "Marit Solheim")},
    dates={
        "Tuesday": "2023-11-14",
        "3 March": "2023-03-03",
        "April": "2024-04",
        "Friday": "2023-11-17",
        "2021": "2021",
    },
)

LETTER = Case(
    text="""TIDINGS
The newsletter of the Weavers' Union of Orrin

We Will Not Sign, Says Union
2 June 2019

We have read the owners' offer. We say that it is an insult to every weaver in Orrin.

The union told the owners on Monday that it would not sign. "Three pence is no offer," said Hattie Crowe, the union's \
secretary. "They can keep it," Crowe added.

Crowe's brother Dan, who chairs the strike fund, said that his sister had been told by the mayor, Gilbert Ashe, that \
the mill would close. "He told her so himself," he said.

The mill's owner, Lambert Poole, died in May. His widow said he had never wanted the quarrel. "He liked the weavers," \
she said. She was asked by a friend of mine whether the mill was for sale. "Not yet," she answered.

The union will meet the owners on 20 June. The state said that it would not step in.
""",
    outlet="Tidings",
    published="2019-06-02",
    speakers={
        "that it is an insult": "Weavers' Union of Orrin",
        "that it would not sign": "Weavers' Union of Orrin",
        "Three pence": "Hattie Crowe",
        "They can keep it": "Hattie Crowe",
        "that his sister had been told": "Dan",
        "that the mill would close": "Gilbert Ashe",
        "He told her so": "Dan",
        "he had never wanted": "widow",
        "He liked the weavers": "widow",
        "whether the mill was": "friend",
        "Not yet": "widow",
    },
    chains={"that the mill would close": ("Dan", "Gilbert Ashe")},
    dates={"Monday": "2019-05-27", "in May": "2019-05", "20 June": "2019-06-20", "2 June 2019": "2019-06-02"},
)

MINUTES = Case(
    text="""MINUTES OF A MEETING IN THE PALACE AT SELD, 8 October 1974

Present:
President Arno Keil (K.)
Iris Mandel, Minister of Finance (M.)
Ruben Sayer, Ambassador of Lothia (S.)

The President: I have asked you here because of the bridge. My minister tells me that you want to close it.

Ambassador S.: We want no such thing. Your minister misread our note of 2 October.

Minister M.: I read it twice. It says that the bridge is unsafe.

The President: And what does your king say?

Ambassador S.: He told me that the bridge must stay open. He also said that he would come himself in November.

The Ambassador remarked that it was late. The President replied that the evening was young.
""",
    outlet=None,
    published="1974-10-08",
    speakers={
        "I have asked you here": "Arno Keil",
        "that you want to close it": "Iris Mandel",
        "We want no such thing": "Ruben Sayer",
        "I read it twice": "Iris Mandel",
        "And what does your king": "Arno Keil",
        "He told me that the": "Ruben Sayer",
        "that the bridge must stay": "king",
        "that he would come himself": "king",
        "that it was late": "Ruben Sayer",
        "that the evening was young": "Arno Keil",
    },
    chains={
        "that you want to close it": ("Arno Keil", "Iris Mandel"),
        "that the bridge must stay": ("Ruben Sayer", "king"),
    },
    dates={"8 October 1974": "1974-10-08", "2 October": "1974-10-02", "November": "1974-11"},
)

CASES = {"court": COURT, "wire": WIRE, "letter": LETTER, "minutes": MINUTES}


HEARING = Case(
    text="""SENATE COMMITTEE ON FISHERIES
Hearing of 12 May 2016

Present: Senator Olive Harker, chair; Senator Ben Rudd; Mr. Jonas Tell, director of the Port Board

The CHAIR: The committee will come to order. Mr. Tell, you told our staff that the quota was safe.

Mr. TELL: I told them that it was safe in March. Since then my deputy has warned me that the herring is gone.

Senator RUDD: Did she say why?

Mr. TELL: She said that the water was too warm. She wrote to the minister in April.

Senator RUDD: The minister says that he has no letter.

The CHAIR: We will ask him on Thursday.
""",
    outlet=None,
    published="2016-05-13",
    speakers={
        "The committee will come": "Harker",
        "that the quota was safe": "Tell",
        "I told them that it was": "Tell",
        "that it was safe in March": "Tell",
        "that the herring is gone": "deputy",
        "Did she say why": "Rudd",
        "that the water was too warm": "deputy",
        "that he has no letter": "minister",
        "We will ask him": "Harker",
    },
    chains={
        "that the herring is gone": ("Tell", "deputy"),
        "that the water was too warm": ("Tell", "deputy"),
        "that he has no letter": ("Rudd", "minister"),
    },
    dates={"12 May 2016": "2016-05-12", "March": "2016-03", "April": "2016-04", "Thursday": "2016-05-19"},
)

FEATURE = Case(
    text="""Rowan Athletic Sold Its Captain Twice, Papers Show
By Tess Lindqvist
9 January 2018

Rowan Athletic agreed to sell its captain, Milo Brandvold, to two clubs in the same week, according to contracts seen \
by the Evening Ledger.

The club said in a statement that it had made "a clerical error." Its chairwoman, Ottilie Farr, told the Ledger that \
she had signed nothing. "I was on a train," she said.

An agent close to the talks said Farr had approved both sales. The agent said he had heard her on the telephone. \
"She laughed about it," he said.

Brandvold, 24, was told by Farr herself that he would leave on 2 January. "I packed my bags," the midfielder said. \
"The next day she said that I was staying."

His mother, Ingeborg Brandvold, said that her son had wept. "He never weeps," she said. Two directors resigned in \
December. One of them, Karl Osmund, said they had been misled.

Osmund and Farr met on Monday. The former called it a farce; the latter declined to comment. The league is to rule \
by 30 January, its spokesman said.
""",
    outlet="Evening Ledger",
    published="2018-01-09",
    speakers={
        "it had made": "Rowan Athletic",
        "she had signed nothing": "Ottilie Farr",
        "I was on a train": "Ottilie Farr",
        "Farr had approved both": "agent",
        "he had heard her": "agent",
        "She laughed about it": "agent",
        "he would leave on": "Ottilie Farr",
        "I packed my bags": "Milo Brandvold",
        "The next day she said": "Milo Brandvold",
        "I was staying": "Ottilie Farr",
        "her son had wept": "Ingeborg Brandvold",
        "He never weeps": "Ingeborg Brandvold",
        "they had been misled": "Karl Osmund",
    },
    chains={"I was staying": ("Milo Brandvold", "Ottilie Farr")},
    dates={"2 January": "2018-01-02", "December": "2017-12", "Monday": "2018-01-08", "30 January": "2018-01-30"},
)

BROADCAST = Case(
    text="""The Morning Hour, Radio Ansel, 3 March 2010
Dunja Kolar (DK) talks to the glaciologist Henrik Aas (HA) about the flood at Tverra.

DK: Did the power company warn you?

HA: No. A friend of mine who works there told me that they knew in February. He said that the dam had moved.

DK: The company says that nobody knew.

HA: It told the newspapers something else. Its director said in January that the dam was "resting."

DK: And the mayor?

HA: She asked me whether she should clear the valley. I told her that she had an hour.
""",
    outlet="Radio Ansel",
    published=None,
    speakers={
        "Did the power company": "Dunja Kolar",
        "No. A friend": "Henrik Aas",
        "that they knew in": "friend",
        "that the dam had moved": "friend",
        "that nobody knew": "company",
        "that the dam was": "director",
        "whether she should clear": "mayor",
        "that she had an hour": "Henrik Aas",
    },
    chains={
        "that the dam had moved": ("Henrik Aas", "friend"),
        "whether she should clear": ("Henrik Aas", "mayor"),
        "that nobody knew": ("Dunja Kolar", "company"),
    },
    dates={"3 March 2010": "2010-03-03", "February": "2010-02", "January": "2010-01"},
)

CASES |= {"hearing": HEARING, "feature": FEATURE, "broadcast": BROADCAST}
