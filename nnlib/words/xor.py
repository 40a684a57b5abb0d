"""Notebook 03: one line against XOR, the cloud, the time line."""

en = {
    # one line among four corners
    "separate.title": "Separate {name} with one line",
    "separate.lead": "Drag the two handles. Can you get all four right?",
    "separate.label": "One line among the four corners of a truth table, and the map of all lines",
    "separate.alt": "The line {line}: {n} of 4 wrong{which}.",
    "separate.alt_which": ": {which}",
    "separate.desc": "The samples and their classes: {samples}.",
    "separate.handle": "Handle {k} of the line",
    "separate.marker": "The line on the map",
    "separate.at": "angle {angle}°, offset {offset}",
    "separate.map_label": "The map of all lines, by angle and offset",
    "separate.map_alt": "All lines on the map of {name}: {n} regions, {counts} mistakes.",
    "separate.map_desc": "To the right the angle of w from 0° to 360°, upwards the offset of the "
    "line from the middle, from −1 to 1. The count changes only where the line runs through a "
    "sample.",
    "separate.map_tried": "{n} of {of} regions tried, with these mistakes: {counts}.",
    "separate.x_axis": "angle of the arrow w",
    "separate.y_axis": "offset",
    "separate.mistakes": "mistakes",
    "separate.nowhere": "0 (nowhere)",
    "separate.nowhere_yet": "0 (nowhere yet)",
    "separate.through": "the line runs through a sample",
    "separate.wrong": "misclassified",
    "separate.best": "best possible",
    "separate.best_yet": "best so far",
    "separate.of": "of {n}",
    "separate.right": "right or wrong",
    "separate.yes": "right",
    "separate.no": "wrong",
    "separate.yours": "your line",
    "separate.angle": "angle",
    "separate.offset": "offset",
    "separate.angle_words": "angle of the arrow w, degrees",
    "separate.offset_words": "offset of the line from the middle",
    "separate.tried": "Tried {n} of {of} regions: {found}",
    "separate.found_none_yet": "no 0 yet",
    "separate.found_none": "none has 0 mistakes",
    "separate.found_zero": "one has 0 mistakes",
    "separate.found_all": "the rest is shown",
    "separate.line": "Line",
    "separate.swap": "Swap sides",
    "separate.swap_title": "The arrow to the other side (key S)",
    "separate.reset": "Reset",
    "separate.reset_title": "Line and map back to the start",
    "separate.map": "Map",
    "separate.show": "Show the rest",
    "separate.hide": "Hide the rest",
    "separate.clear": "Clear",
    "separate.more": "The same map, complete, where one line is enough: click one to work on it",
    "separate.back": "Back to {name}",
    "separate.still": "Work on {name}; its map is shown complete",
    "separate.key_angle": "angle",
    "separate.key_offset": "offset",
    "separate.key_swap": "sides",
    # the message line
    "separate.said_best": "{n} mistakes, the best so far.",
    "separate.said_count": "{n} mistakes: {which}.",
    "separate.said_one": "One mistake left: {which}.",
    "separate.said_gives_up": "Every turn that saves it gives up another sample.",
    "separate.said_same_side": "All four samples are on one side.",
    "separate.said_outside": "All four samples are on one side, and the line lies outside the "
    "picture: ↑ ↓ or the map bring it back.",
    "separate.said_blank": "{n} regions are still blank: is 0 there?",
    "separate.said_blank_one": "One region is still blank: is 0 there?",
    "separate.said_separated": "Separated: no sample is wrong.",
    "separate.said_seen": "Every region seen, none with 0: no line separates {name}.",
    "separate.said_seen_zero": "Every region seen. Can you find back to the one with 0?",
    "separate.said_shown": "The whole map: 0 is nowhere, no line separates {name}.",
    "separate.said_shown_zero": "The whole map: in its green region no sample is wrong.",
    "separate.said_one_place": "Both handles lie at one place: any line runs through it. Pull "
    "them apart.",
    "separate.no_angle": "The angle must be a number of degrees, got {value}.",
    "separate.no_offset": "The offset must be a number from −1 to 1, got {value}.",
    # the slips of notebook 03
    "slip.product_alone": "That is the new column alone: x₁ and x₂ stay, the product comes third.",
    "slip.sum_for_product": "The new column is x₁ + x₂. That is a weighted sum already, so it "
    "lifts nothing out of the plane: multiply.",
    "slip.square_for_product": "The new column is a square. Multiply the two inputs with each "
    "other.",
    "slip.rows_for_columns": "`X[0]` is the first sample. The first input of every sample is "
    "`X[:, 0]`.",
    "slip.product_first": "Right numbers, but the product stands first: x₁, x₂, then x₁x₂.",
    "slip.epoch_from_zero": "That is the place in the list, counted from 0. Epochs are counted "
    "from 1.",
    "slip.earlier_epoch": "That epoch is where those weights stood first. The question is when "
    "they come back.",
    "slip.last_epoch_only": "Compared with the epoch right before it alone. Weights can come back "
    "after two epochs or more.",
    "slip.first_weight_only": "Compared by the first weight alone. All of them must come back.",
    "slip.any_entry": "An array's `in`, and `.any()`, ask whether any one number agrees. Compare "
    "whole rows: tuples in a set, or `.all()`.",
    "slip.met_again_first": "That follows the earliest row until it comes back. Another may be "
    "back sooner.",
    "slip.bias_left_out": "Compared without the bias, the last number of a row. It must come back "
    "as well.",
    "slip.whether_not_when": "That says whether weights come back (True counts as 1). Asked is in "
    "which epoch.",
    "slip.start_only": "Compared with the first epoch alone. Weights of any earlier epoch count.",
    "slip.class_sums": "All samples of a class are added. Take two of each class, every pair.",
    "slip.answer_turned": "Turned over: True means that such pairs exist.",
    "slip.sums_of_numbers": "The numbers of a sum are added up once more. Two sums are the same "
    "if they agree in every input.",
    "slip.one_class": "Compared within one class. One pair is of class 1, the other of class 0.",
    "slip.any_input": "Two sums must agree in every input: `.all()`, not `.any()`.",
    "slip.first_pair": "Only the first two samples of each class are tried. Try every pair.",
    # the lifted cloud
    "lift.alt": "{m} samples of {name}, lifted by x₁x₂; turned {turn}°, seen from {tilt}° above.",
    "lift.alt_plane": "The plane leaves {n} of them on the wrong side.",
    "lift.title": "Lift {name} by a third input",
    "lift.lead": "Drag the picture to turn it. From which side do the classes part?",
    "lift.label": "Samples lifted by a third input, to turn in space",
    "lift.turn": "turn",
    "lift.tilt": "tilt",
    "lift.height": "height",
    "lift.turn_words": "turn around, degrees",
    "lift.tilt_words": "tilt: from how high one looks, degrees; 90 is straight down",
    "lift.height_words": "share of the third input that is shown",
    "lift.above": "From above",
    "lift.reset": "Reset",
    "lift.sum": "The unit adds up",
    "lift.wrong": "of {m} samples wrong",
    "lift.read": "Grey plane: where the unit’s sum is 0. The grid is the ground, lifted by x₁x₂. "
    "The thick line, where the plane cuts it, is the boundary.",
    "lift.no_unit": "No unit was given, so no plane is drawn.",
    "lift.key_turn": "turn",
    "lift.key_tilt": "tilt",
    "lift.said_flat": "Seen without the third input: all samples lie on the ground. The "
    "unit still has it.",
    "lift.said_above": "From straight above: on the ground the boundary is a curve.",
    "lift.said_above_alone": "From straight above: the samples as before.",
    "lift.said_alone": "The grid is the ground, lifted by x₁x₂.",
    "lift.said_turn": "Lower the tilt and turn until the plane is seen from its edge: a line.",
    "lift.said_edge": "The plane from its edge: a line, and the classes lie on its two sides.",
    "lift.said_edge_wrong": "The plane from its edge: {n} samples lie on the wrong side.",
    "lift.no_turn": "The turn must be a number of degrees from −180 to 180, got {value}.",
    "lift.no_tilt": "The tilt must be a number of degrees from 0 to 90, got {value}.",
    "lift.no_height": "The height must be a number from 0 to 1, got {value}.",
    # the time line
    "time_line.title": "Rises and falls, 1943 to today",
    "time_line.lead": "Press a dot, or walk with ← and →.",
    "time_line.label": "A time line of neural networks whose points open",
    "time_line.alt": "Rises and falls on a time line: {n} events, {first} to {last}.",
    "time_line.dot": "{year} {title} ({kind})",
    "time_line.open": "{year}: {title}",
    "time_line.height": "height: a judgement, no measurement",
    "time_line.happened": "What happened",
    "time_line.told": "Often told, but not so",
    "time_line.source": "Source",
    "time_line.kind_rise": "rise",
    "time_line.kind_fall": "fall",
    "time_line.kind_unnoticed": "hardly noticed",
    "time_line.said_rise": "Event {n} of {of}: a rise.",
    "time_line.said_fall": "Event {n} of {of}: a fall.",
    "time_line.said_unnoticed": "Event {n} of {of}: hardly noticed in its time.",
    "time_line.previous": "Before",
    "time_line.next": "After",
    "time_line.first": "Reset",
    "time_line.key_step": "event",
    "time_line.key_ends": "ends",
    # its events
    "history.mp.title": "McCulloch and Pitts: nets of neurons compute logic",
    "history.mp.happened": "A neuron as a threshold: all or none, and any active inhibitory input "
    "stops it. Nets of such neurons compute every proposition, XOR too. Nothing in them learns.",
    "history.mp.told": "“It subtracts inhibition from excitation.” That is the later threshold "
    "unit; in 1943 one active inhibitor beats any number of others.",
    "history.mp.source": "Bull. Math. Biophysics 5:115–133, doi 10.1007/BF02478259",
    "history.hebb.title": "Hebb: synapses can change",
    "history.hebb.happened": "If one cell repeatedly takes part in firing another, it becomes "
    "better at it. So learning is a change of weights.",
    "history.hebb.told": "“Cells that fire together wire together” is no sentence of Hebb's, and "
    "it loses the order: the one must help to fire the other.",
    "history.hebb.source": "The Organization of Behavior, Wiley, chapter 4",
    "history.perceptron.title": "Rosenblatt: the perceptron learns",
    "history.perceptron.happened": "In July a program on an IBM 704 learns to tell cards marked "
    "left from cards marked right, after 50 punched cards; the newspapers expect a machine that "
    "reads and grows wiser.",
    "history.perceptron.told": "“More important than the atom bomb” was not said then: it is a "
    "remark about neural networks from 1988.",
    "history.perceptron.source": "Psychol. Rev. 65:386–408, doi 10.1037/h0042519; New York Times, "
    "8 July 1958; Cornell Chronicle 2019",
    "history.mark.title": "The Mark I: a perceptron of wires and motors",
    "history.mark.happened": "400 photocells, 512 association units with fixed random wires, 8 "
    "outputs. Only the last weights learn, turned by motors. First shown in public on 23 June "
    "1960.",
    "history.mark.told": "“The machine was shown in 1958.” What was shown in 1958 was a "
    "simulation.",
    "history.mark.source": "Hay and Wightman, Research Trends VIII(1), 1960; C. Tappert, Pace "
    "University",
    "history.convergence.title": "Novikoff: it converges if a plane exists",
    "history.convergence.happened": "A proof that the perceptron makes at most (R/γ)² mistakes if "
    "some plane separates the samples with a margin γ. It says nothing for samples like XOR.",
    "history.convergence.source": "Symp. Math. Theory of Automata XII:615–622",
    "history.book.title": "Minsky and Papert: Perceptrons",
    "history.book.happened": "Proved: to compute the parity of a set of points, some part of the "
    "unit must see all of them at once (XOR is parity of two); whether a figure is connected "
    "needs parts of unbounded size. Not proved, but called an intuitive judgment: that more "
    "layers would be sterile.",
    "history.book.told": "“They proved that several layers cannot do XOR.” No: nets of 1943 can. "
    "And “the book alone caused the winter”: drafts had circulated since about 1965, and most "
    "groups had left by 1969.",
    "history.book.source": "MIT Press, theorems 3.1 and 5.1, §13.2, after Liu 2023, Reading "
    "Perceptrons; Olazaran 1996, Soc. Stud. Sci. 26:611–659",
    "history.linnainmaa.title": "Linnainmaa: all derivatives in one walk back",
    "history.linnainmaa.happened": "A thesis in Helsinki finds the derivatives of any computation "
    "by one walk backwards, to study rounding errors. No network is in it, and the field does not "
    "see it.",
    "history.linnainmaa.source": "MSc thesis, Helsinki 1970; BIT 16 (1976) 146–160, doi "
    "10.1007/BF01931367",
    "history.lighthill.title": "Lighthill's report: money ends in Britain",
    "history.lighthill.happened": "A survey of artificial intelligence for the British Science "
    "Research Council complains that combinations explode. Funds are cut.",
    "history.lighthill.told": "“It was against neural networks.” It was about all of AI in "
    "Britain, and not against models of the nervous system.",
    "history.lighthill.source": "Artificial Intelligence: A General Survey, Science Research "
    "Council 1973",
    "history.werbos.title": "Werbos: derivatives for statistics",
    "history.werbos.happened": "A thesis at Harvard gets derivatives cheaply by what it calls "
    "dynamic feedback, for statistics; networks only in passing.",
    "history.werbos.source": "PhD thesis, Harvard, August 1974",
    "history.hopfield.title": "Hopfield: a memory of threshold units",
    "history.hopfield.happened": "Units that are all connected with each other fall into stored "
    "patterns, as a physical system falls to its lowest energy. Physicists join in.",
    "history.hopfield.source": "PNAS 79:2554–2558, doi 10.1073/pnas.79.8.2554",
    "history.backprop.title": "Rumelhart, Hinton and Williams: backpropagation",
    "history.backprop.happened": "Not the error but its derivative moves the weights, so the "
    "layers in between can be trained, and they find useful representations.",
    "history.backprop.told": "“It was invented in 1986.” There were several inventors, from 1970 "
    "on; this paper made it known. It names Parker and Le Cun (1985).",
    "history.backprop.source": "Nature 323:533–536, doi 10.1038/323533a0",
    "history.universal.title": "Two layers suffice; a net reads zip codes",
    "history.universal.happened": "Cybenko and others prove that two layers come as near as you "
    "like to any continuous function on a bounded region. LeCun and others train a network that "
    "reads handwritten zip codes with 5.0 % errors.",
    "history.universal.told": "“So two layers can learn anything.” The proof says that weights "
    "exist, not how many units it takes nor that training finds them.",
    "history.universal.source": "Math. Control Signals Systems 2:303–314, doi 10.1007/BF02551274; "
    "Neural Comput. 1:541–551, doi 10.1162/neco.1989.1.4.541",
    "history.hochreiter.title": "Hochreiter: why many layers learn so slowly",
    "history.hochreiter.happened": "A diploma thesis in Munich, in German: on their way back "
    "error signals shrink or grow exponentially with the number of layers or time steps.",
    "history.hochreiter.source": "Diploma thesis, TU Munich 1991, after Schmidhuber",
    "history.forsaken.title": "The second winter",
    "history.forsaken.happened": "In the late 1990s most of machine learning has turned away from "
    "neural networks, and computer vision and speech recognition ignore them: so three of those "
    "who stayed tell it.",
    "history.forsaken.source": "LeCun, Bengio and Hinton 2015, Nature 521:436–444, doi "
    "10.1038/nature14539",
    "history.deep.title": "Hinton and others: deep networks, layer by layer",
    "history.deep.happened": "Networks of many layers are trained one layer after the other "
    "first, then as a whole. The word deep comes into use.",
    "history.deep.source": "Neural Comput. 18:1527–1554; Hinton and Salakhutdinov, Science "
    "313:504–507",
    "history.alexnet.title": "AlexNet: a deep network wins by far",
    "history.alexnet.happened": "In the ImageNet contest of 2012 a network of 60 million "
    "parameters makes 15.3 % errors (the right answer not among its first five), the next best "
    "26.2 %.",
    "history.alexnet.source": "Krizhevsky, Sutskever and Hinton 2012, NIPS 25",
    "history.nobel.title": "The Nobel Prize in Physics",
    "history.nobel.happened": "For Hopfield and Hinton, “for foundational discoveries and "
    "inventions that enable machine learning with artificial neural networks”.",
    "history.nobel.told": "“For backpropagation.” It was for the Hopfield network and the "
    "Boltzmann machine.",
    "history.nobel.source": "The Royal Swedish Academy of Sciences, 8 October 2024",
}
