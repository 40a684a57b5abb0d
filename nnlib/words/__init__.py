"""Every sentence that a step, a picture or a widget shows: one table per language.

``$…$`` in a sentence is TeX. A file for each part of the course; a Chinese edition
adds a table ``zh`` with the same keys to each and sets `language`.
"""

from nnlib.words import exercises, neuron, perceptron, start, stepper, xor

language = "en"

_parts = (exercises, neuron, perceptron, start, stepper, xor)

tables = {"en": {key: text for part in _parts for key, text in part.en.items()}}


def say(key, **values):
    """The sentence `key` in the current language, with its values put in.

    Examples
    --------
    >>> say("what.delta", i=1, l=2)
    'δ of unit 1 in layer 2'
    """
    sentence = tables[language][key]
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", str(value))
    return sentence
