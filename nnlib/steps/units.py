"""A pass cut into steps, one unit at a time: the formulas of slides 18 to 24."""

from nnlib.numerals import numeral_tex
from nnlib.steps.record import Step, Term, in_product, loss_slope, shown_equal, symbol
from nnlib.steps.source import listing
from nnlib.words import say


def term(p, name, l, *indices):
    """The `Term` for a symbol of the pass `p`: W, Theta, b, a, one, z, slope, delta or y."""
    i = indices[0] if indices else None
    if name in ("W", "Theta"):
        tex = symbol({"W": "W", "Theta": r"\Theta"}[name], l, *indices)
        value, note, j = (
            p.net.W[l][i - 1, indices[1] - 1],
            say("note.weight"),
            indices[1],
        )
        return Term(tex, float(value), "weight", note, f"W-{l}-{i}-{j}")
    if name == "b":
        value = float(p.net.b[l][i - 1])
        return Term(symbol("b", l, i), value, "bias", say("note.bias"), f"b-{l}-{i}")
    if name == "one":
        return Term("1", 1.0, "one", say("note.one"), f"a-{l}-0")
    if name == "a":
        note = say("note.input" if l == 1 else "note.activation", i=i, l=l)
        return Term(symbol("a", l, i), float(p.a[l][i - 1]), "activation", note, f"a-{l}-{i}")
    if name == "z":
        return Term(symbol("z", l, i), float(p.z[l][i - 1]), "z", say("note.z"), f"z-{l}-{i}")
    if name == "slope":
        value = float(p.net.g[l].derivative(p.z[l])[i - 1])
        tex, at = f"g'({symbol('z', l, i)})", float(p.z[l][i - 1])
        return Term(tex, value, "slope", say("note.slope"), f"g-{l}-{i}", at=at)
    if name == "delta":
        alone = l == p.net.L and p.net.sizes[-1] == 1
        note = say("note.delta_out") if alone else say("note.delta", i=i, l=l)
        value = float(p.delta[l][i - 1])
        return Term(symbol(r"\delta", l, i), value, "delta", note, f"delta-{l}-{i}")
    return Term(f"y_{{{i}}}", float(p.y[i - 1]), "target", say("note.target"), f"y-{i}")


def difference(p, i):
    """The `Term` a_i^(L) − y_i."""
    a, y = term(p, "a", p.net.L, i), term(p, "y", p.net.L, i)
    tex = rf"({a.tex} - {y.tex})"
    return Term(tex, a.value - y.value, "difference", say("note.difference"), a.id, (a, y))


def _text(one):
    if one.parts:
        return f"({numeral_tex(one.parts[0].value)} - {in_product(one.parts[1].value)})"
    return in_product(one.value)


def _products(rows):
    return " + ".join(r" \cdot ".join(_text(one) for one in row) for row in rows)


def _values(rows, *more):
    leaves = [part for row in rows for one in row for part in (one.parts or (one,))]
    return [one.value for one in leaves] + list(more)


def _equation(tex, right, values, value):
    sign = shown_equal(*values, value)
    return rf"{tex} = {right} {sign} {numeral_tex(value)}"


def _step(phase, kind, name, l, i, *, tex, value, caption, rows, **rest):
    found = listing(kind)
    return Step(
        phase,
        name,
        l,
        i,
        value=value,
        caption=caption,
        terms=tuple(tuple(row) for row in rows),
        line=found.line,
        method=found.method,
        tex=tex,
        **rest,
    )


def x_step(p):
    """a^(1) = x."""
    row = [term(p, "a", 1, j) for j in range(1, p.net.sizes[0] + 1)]

    def write():
        vector = ", ".join(numeral_tex(one.value) for one in row)
        return rf"a^{{(1)}} {shown_equal(p.a[1])} ({vector})"

    return _step(
        "forward",
        "x",
        "x",
        1,
        None,
        tex="a^{(1)}",
        value=p.a[1],
        formula="a^{(1)} = x",
        write=write,
        units=tuple((1, j) for j in range(1, p.net.sizes[0] + 1)),
        edges=(),
        caption=say("caption.x"),
        rows=[row],
        combine="values",
    )


def z_step(p, l, i):
    """z_i^(l) = Σ_j W_ij^(l−1) a_j^(l−1) + b_i^(l−1)."""
    inputs = range(1, p.net.sizes[l - 2] + 1)
    rows = [[term(p, "W", l - 1, i, j), term(p, "a", l - 1, j)] for j in inputs]
    rows.append([term(p, "b", l - 1, i), term(p, "one", l - 1)])
    tex, value = symbol("z", l, i), float(p.z[l][i - 1])

    def write():
        shown = _products(rows[:-1]) + " + " + in_product(rows[-1][0].value)
        return _equation(tex, shown, _values(rows), value)

    return _step(
        "forward",
        "z",
        "z",
        l,
        i,
        tex=tex,
        value=value,
        formula=r"z_i^{(l+1)} = \sum_j W_{ij}^{(l)} a_j^{(l)} + b_i^{(l)}",
        write=write,
        units=((l - 1, 0), *((l - 1, j) for j in inputs), (l, i)),
        edges=tuple((l - 1, i, j) for j in (0, *inputs)),
        caption=say("caption.z", i=i, l=l, before=l - 1),
        rows=rows,
        combine="sum of products",
    )


def a_step(p, l, i):
    """a_i^(l) = g(z_i^(l))."""
    z = term(p, "z", l, i)
    tex, value = symbol("a", l, i), float(p.a[l][i - 1])
    return _step(
        "forward",
        "a",
        "a",
        l,
        i,
        tex=tex,
        value=value,
        formula=r"a_i^{(l)} = g(z_i^{(l)})",
        write=lambda: _equation(tex, f"g({numeral_tex(z.value)})", [z.value], value),
        units=((l, i),),
        edges=(),
        caption=say("caption.a", i=i, l=l),
        rows=[[z]],
        combine="function",
    )


def J_step(p):
    """J = Σ_i loss(a_i^(L), y_i)."""
    L, outputs = p.net.L, range(1, p.net.sizes[-1] + 1)
    rows = [[difference(p, i)] for i in outputs]
    loss = p.loss.name if p.scale is not None else "other"
    scale = r"\tfrac{1}{2} " if p.scale == 0.5 else ""
    if p.scale is None:
        formula = r"J(\Theta) = \sum_i \ell(a_i^{(L)}, y_i)"
        shown = " + ".join(rf"\ell({_text(row[0])[1:-1].replace(' - ', ', ', 1)})" for row in rows)
    else:
        formula = rf"J(\Theta) = {scale}\sum_i (a_i^{{(L)}} - y_i)^2"
        shown = " + ".join(rf"{scale}{_text(row[0])}^2" for row in rows)
    if len(rows) == 1:
        formula = formula.replace(r"\sum_i ", "").replace("_i", "_1")
    return _step(
        "cost",
        "J",
        "J",
        L,
        None,
        tex="J",
        value=p.J,
        formula=formula,
        write=lambda: _equation("J", shown, _values(rows), p.J),
        units=tuple((L, i) for i in outputs),
        edges=(),
        caption=say("caption.J", loss=say(f"caption.J.{loss}")),
        rows=rows,
        combine="sum",
    )


def delta_out_step(p, i):
    """δ_i^(L) = ∂J/∂a_i^(L) · g′(z_i^(L)), with 2(a_i^(L) − y_i) for (a − y)²."""
    L = p.net.L
    two = [Term("2", 2.0, "constant", say("note.two"))] if p.scale == 1.0 else []
    slope_of_J = [*two, difference(p, i)]
    slide = loss_slope(p.scale, "a_i^{(L)}", "y_i")
    if p.scale is None:
        value = float(p.loss.derivative(p.a[L], p.y)[i - 1])
        tex = loss_slope(p.scale, symbol("a", L, i), rf"y_{{{i}}}")
        slope_of_J = [Term(tex, value, "loss", say("note.loss_slope"), f"a-{L}-{i}")]
    rows = [[*slope_of_J, term(p, "slope", L, i)]]
    tex, value = symbol(r"\delta", L, i), float(p.delta[L][i - 1])
    return _step(
        "backward",
        "delta_out",
        "delta",
        L,
        i,
        tex=tex,
        value=value,
        formula=rf"\delta_i^{{(L)}} = {slide}\, g'(z_i^{{(L)}})",
        write=lambda: _equation(tex, _products(rows), _values(rows), value),
        units=((L, i),),
        edges=(),
        caption=say("caption.delta_out", z=symbol("z", L, i)),
        rows=rows,
        combine="product",
    )


def Delta_step(p, l, i):
    """Δ_ij^(l) = δ_i^(l+1) a_j^(l) for j = 0 … s_l: one row, a_0^(l) = 1."""
    inputs = range(1, p.net.sizes[l - 1] + 1)
    delta = term(p, "delta", l + 1, i)
    rows = [[delta, term(p, "one", l)], *([delta, term(p, "a", l, j)] for j in inputs)]
    value = p.Delta[l][i - 1]
    tex = symbol(r"\Delta", l, i)

    def write():
        vector = ", ".join(numeral_tex(row[1].value) for row in rows)
        result = ", ".join(numeral_tex(one) for one in value)
        sign = shown_equal(*_values(rows), *value)
        return rf"{tex} = {in_product(delta.value)} \cdot ({vector}) {sign} ({result})"

    return _step(
        "gradients",
        "Delta_first" if l == 1 else "Delta",
        "Delta",
        l,
        i,
        tex=tex,
        value=value,
        formula=r"\Delta_{ij}^{(l)} = \delta_i^{(l+1)} a_j^{(l)}",
        write=write,
        units=((l, 0), *((l, j) for j in inputs), (l + 1, i)),
        edges=tuple((l, i, j) for j in (0, *inputs)),
        caption=say("caption.Delta", i=i, after=l + 1, delta=delta.tex),
        rows=rows,
        combine="products",
    )


def _sent_back(p, l, i):
    """The rows Θ_ki^(l) δ_k^(l+1), and the caption's words for where they come from."""
    after = range(1, p.net.sizes[l] + 1)
    rows = [[term(p, "Theta", l, k, i), term(p, "delta", l + 1, k)] for k in after]
    only = "the output unit" if l + 1 == p.net.L else "its one unit"
    return rows, dict(after=l + 1, through=say(only, after=l + 1), delta=rows[0][1].tex)


def delta_step(p, l, i):
    """δ_i^(l) = g′(z_i^(l)) Σ_k Θ_ki^(l) δ_k^(l+1)."""
    rows, words = _sent_back(p, l, i)
    slope = term(p, "slope", l, i)
    tex, value = symbol(r"\delta", l, i), float(p.delta[l][i - 1])
    total = sum(one.value * delta.value for one, delta in rows)

    def write():
        shown = _products(rows) if len(rows) == 1 else f"({_products(rows)})"
        right = rf"{_text(slope)} \cdot {shown}"
        return _equation(tex, right, _values(rows, slope.value), value)

    return _step(
        "backward",
        "delta",
        "delta",
        l,
        i,
        tex=tex,
        value=value,
        formula=r"\delta_i^{(l)} = g'(z_i^{(l)}) \sum_k \Theta_{ki}^{(l)} \delta_k^{(l+1)}",
        write=write,
        units=((l, i), *((l + 1, k) for k in range(1, len(rows) + 1))),
        edges=tuple((l, k, i) for k in range(1, len(rows) + 1)),
        caption=say(
            "caption.delta_one" if len(rows) == 1 else "caption.delta_many",
            z=symbol("z", l, i),
            **words,
        ),
        rows=rows,
        factor=(slope,),
        total=total,
        combine="sum of products",
    )


def dJda_step(p, i):
    """∂J/∂a_i^(1) = Σ_k Θ_ki^(1) δ_k^(2): where the way back ends (slide 21)."""
    rows, words = _sent_back(p, 1, i)
    a = symbol("a", 1, i)
    tex, value = rf"\partial J / \partial {a}", float(p.dJdx[i - 1])
    return _step(
        "input",
        "dJda",
        "dJda",
        1,
        i,
        tex=tex,
        value=value,
        formula=r"\partial J / \partial a_i^{(1)} = "
        r"\sum_k \Theta_{ki}^{(1)} \delta_k^{(2)}",
        write=lambda: _equation(tex, _products(rows), _values(rows), value),
        units=((1, i), *((2, k) for k in range(1, len(rows) + 1))),
        edges=tuple((1, k, i) for k in range(1, len(rows) + 1)),
        caption=say("caption.dJda_one" if len(rows) == 1 else "caption.dJda_many", a=a, **words),
        rows=rows,
        combine="sum of products",
    )
