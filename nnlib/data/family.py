"""Hinton's two families, derived from who married whom and whose children they had."""

from nnlib.data.dataset import Dataset

COUPLES = (
    ("Christopher", "Penelope"),
    ("Andrew", "Christine"),
    ("Arthur", "Margaret"),
    ("James", "Victoria"),
    ("Charles", "Jennifer"),
)
CHILDREN = {
    ("Christopher", "Penelope"): ("Arthur", "Victoria"),
    ("Andrew", "Christine"): ("James", "Jennifer"),
    ("James", "Victoria"): ("Colin", "Charlotte"),
}
MEN = ("Christopher", "Andrew", "Arthur", "James", "Charles", "Colin")
ITALIAN = {
    "Christopher": "Roberto",
    "Penelope": "Maria",
    "Andrew": "Pierro",
    "Christine": "Francesca",
    "Arthur": "Emilio",
    "Margaret": "Gina",
    "James": "Marco",
    "Victoria": "Lucia",
    "Charles": "Tomaso",
    "Jennifer": "Angela",
    "Colin": "Alfonso",
    "Charlotte": "Sophia",
}
PERSONS = (*ITALIAN, *ITALIAN.values())
RELATIONS = tuple(
    "father mother husband wife son daughter uncle aunt brother sister nephew niece".split()
)


def family_tree():
    """The 104 questions "who is x's …?" about two families of twelve, with the answers.

    A question is a person and a relation; its answer is one person or two: "Colin's
    aunt" is Jennifer and Margaret, since aunts and uncles by marriage count. The
    Italian family is the English one with other names.

    Returns
    -------
    Dataset
        X of shape (104, 36): a 1 for the person among 24, a 1 for the relation among
        12 (x_names). y of shape (104, 24): a 1 for each answer (y_names). The English
        family comes first.

    References
    ----------
    Hinton 1986, "Learning distributed representations of concepts", Proc. 8th Annual
    Conf. Cognitive Science Society, 1–12; Rumelhart, Hinton and Williams 1986, Nature
    323:533–536, figures 2 to 4.

    Examples
    --------
    >>> data = family_tree()
    >>> data
    Dataset(family tree: X (104, 36), y (104, 24))
    >>> [data.x_names[i] for i in data.X[0].nonzero()[0]]
    ['Christopher', 'wife']
    >>> [data.y_names[i] for i in data.y[0].nonzero()[0]]
    ['Penelope']
    """
    answers = {}
    for person, relation, other in family_facts():
        answers.setdefault((person, relation), []).append(other)
    x_names = PERSONS + RELATIONS
    X = [_marked(question, x_names) for question in answers]
    y = [_marked(others, PERSONS) for others in answers.values()]
    return Dataset(X, y, "family tree", x_names, PERSONS)


def family_facts():
    """The 112 facts (person, relation, other): the other is the person's father, … niece.

    Returns
    -------
    list of tuples of three texts
        56 facts about the English family, then the same about the Italian one.

    Examples
    --------
    >>> facts = family_facts()
    >>> len(facts), facts[0]
    (112, ('Christopher', 'wife', 'Penelope'))
    """
    english = [
        (person, relation, other)
        for person in ITALIAN
        for relation, others in _relatives(person).items()
        for other in others
    ]
    italian = [(ITALIAN[person], how, ITALIAN[other]) for person, how, other in english]
    return english + italian


def _relatives(person):
    """The relatives of one English person: relation → list of persons."""
    parents, married, siblings = _parents(person), _married(person), _siblings(person)
    elders = [sibling for parent in parents for sibling in _siblings(parent)]
    elders += [spouse for elder in elders for spouse in _married(elder)]
    peers = siblings + [sibling for spouse in married for sibling in _siblings(spouse)]
    groups = (
        parents,
        married,
        _children(person),
        elders,
        siblings,
        [child for peer in peers for child in _children(peer)],
    )
    by_sex = [
        [other for other in group if (other in MEN) is male]
        for group in groups
        for male in (True, False)
    ]
    return dict(zip(RELATIONS, by_sex))


def _married(person):
    couples = [couple for couple in COUPLES if person in couple]
    return [other for couple in couples for other in couple if other != person]


def _parents(person):
    return [p for couple, born in CHILDREN.items() if person in born for p in couple]


def _children(person):
    return [c for couple, born in CHILDREN.items() if person in couple for c in born]


def _siblings(person):
    return [c for born in CHILDREN.values() if person in born for c in born if c != person]


def _marked(marked, names):
    return [name in marked for name in names]
