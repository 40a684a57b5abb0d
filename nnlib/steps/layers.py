"""The same pass, a whole layer at a time: the matrix formulas of slides 18 and 24."""

import numpy as np

from nnlib.steps.record import Step, Term, loss_slope, matrix, shown_equal, symbol
from nnlib.steps.source import listing
from nnlib.words import say


def whole(p, name, l):
    """The `Term` for a whole vector or matrix of the pass `p`."""
    if name == "W":
        return Term(symbol("W", l), p.net.W[l], "weight", id=f"W-{l}")
    if name == "ThetaT":
        return Term(
            "(" + symbol(r"\Theta", l) + r")^{\mathrm{T}}", p.net.W[l].T, "weight", id=f"W-{l}"
        )
    if name == "b":
        return Term(symbol("b", l), p.net.b[l], "bias", id=f"b-{l}")
    if name == "a":
        return Term(symbol("a", l), p.a[l], "activation", id=f"a-{l}")
    if name == "oneT":
        value = np.concatenate([[1.0], p.a[l]])[np.newaxis]
        return Term(
            r"(1\;\; " + symbol("a", l) + r")^{\mathrm{T}}", value, "activation", id=f"a-{l}"
        )
    if name == "z":
        return Term(symbol("z", l), p.z[l], "z", id=f"z-{l}")
    if name == "slope":
        value = p.net.g[l].derivative(p.z[l])
        return Term(f"g'({symbol('z', l)})", value, "slope", id=f"g-{l}")
    if name == "delta":
        return Term(symbol(r"\delta", l), p.delta[l], "delta", id=f"delta-{l}")
    value = p.loss.derivative(p.a[p.net.L], p.y)
    tex = loss_slope(p.scale, symbol("a", p.net.L), "y")
    return Term(tex, value, "difference", id=f"a-{p.net.L}")


def _layer(p, phase, kind, name, l, *, tex, value, formula, rows, combine, **rest):
    found = listing(kind)
    return Step(
        phase,
        name,
        l,
        None,
        formula=formula,
        write=lambda: _numbers(tex, value, rows, combine, rest.get("factor", ())),
        value=value,
        units=_units(p, name, l),
        edges=_edges(p, name, l),
        line=found.line,
        method=found.method,
        terms=tuple(tuple(row) for row in rows),
        combine=combine,
        tex=tex,
        **rest,
    )


def _numbers(tex, value, rows, combine, factor):
    """The formula with its matrices."""
    times = r" \odot " if combine == "entry by entry" else r"\,"
    shown = " + ".join(times.join(matrix(one.value) for one in row) for row in rows)
    if combine == "function":
        shown = rf"g\left({shown}\right)"
    if factor:
        shown = rf"\left({shown}\right) \odot {matrix(factor[0].value)}"
    values = [one.value for row in (*rows, factor) for one in row]
    return rf"{tex} = {shown} {shown_equal(*values, value)} {matrix(value)}"


def _units(p, name, l):
    def of(layer, first=1):
        return tuple((layer, i) for i in range(first, p.net.sizes[layer - 1] + 1))

    if name == "z":
        return of(l - 1, 0) + of(l)
    if name == "Delta":
        return of(l, 0) + of(l + 1)
    if name in ("delta", "dJda") and l < p.net.L:
        return of(l) + of(l + 1)
    return of(l)


def _edges(p, name, l):
    lower = {"z": l - 1, "Delta": l, "dJda": l}.get(name)
    if name == "delta" and l < p.net.L:
        lower = l
    if lower is None:
        return ()
    first = 0 if name in ("z", "Delta") else 1
    sizes = p.net.sizes
    return tuple(
        (lower, i, j)
        for i in range(1, sizes[lower] + 1)
        for j in range(first, sizes[lower - 1] + 1)
    )


def z_step(p, l):
    """z^(l) = W^(l−1) a^(l−1) + b^(l−1)."""
    return _layer(
        p,
        "forward",
        "z",
        "z",
        l,
        tex=symbol("z", l),
        value=p.z[l],
        formula="z^{(l+1)} = W^{(l)} a^{(l)} + b^{(l)}",
        rows=[[whole(p, "W", l - 1), whole(p, "a", l - 1)], [whole(p, "b", l - 1)]],
        combine="matrix product",
        caption=say("caption.layer.z", l=l, before=l - 1),
    )


def a_step(p, l):
    """a^(l) = g(z^(l))."""
    return _layer(
        p,
        "forward",
        "a",
        "a",
        l,
        tex=symbol("a", l),
        value=p.a[l],
        formula="a^{(l)} = g(z^{(l)})",
        rows=[[whole(p, "z", l)]],
        combine="function",
        caption=say("caption.layer.a", l=l),
    )


def delta_out_step(p):
    """δ^(L) = 2(a^(L) − y) ⊙ g′(z^(L))."""
    slide = loss_slope(p.scale, symbol("a", "L"), "y")
    return _layer(
        p,
        "backward",
        "delta_out",
        "delta",
        p.net.L,
        tex=symbol(r"\delta", p.net.L),
        value=p.delta[p.net.L],
        formula=rf"\delta^{{(L)}} = {slide} \odot g'(z^{{(L)}})",
        rows=[[whole(p, "difference", p.net.L), whole(p, "slope", p.net.L)]],
        combine="entry by entry",
        caption=say("caption.layer.delta_out"),
    )


def delta_step(p, l):
    """δ^(l) = ((Θ^(l))ᵀ δ^(l+1)) ⊙ g′(z^(l)), without the bias row of Θᵀ."""
    row = [whole(p, "ThetaT", l), whole(p, "delta", l + 1)]
    return _layer(
        p,
        "backward",
        "delta",
        "delta",
        l,
        tex=symbol(r"\delta", l),
        value=p.delta[l],
        formula=r"\delta^{(l)} = ((\Theta^{(l)})^{\mathrm{T}} \delta^{(l+1)}) \odot g'(z^{(l)})",
        rows=[row],
        factor=(whole(p, "slope", l),),
        total=row[0].value @ row[1].value,
        combine="matrix product",
        caption=say("caption.layer.delta", l=l, after=l + 1),
    )


def Delta_step(p, l):
    """Δ^(l) = δ^(l+1) (1 a^(l))ᵀ, the bias in column 0."""
    return _layer(
        p,
        "gradients",
        "Delta_first" if l == 1 else "Delta",
        "Delta",
        l,
        tex=symbol(r"\Delta", l),
        value=p.Delta[l],
        formula=r"\Delta^{(l)} = \delta^{(l+1)} (1\;\; a^{(l)})^{\mathrm{T}}",
        rows=[[whole(p, "delta", l + 1), whole(p, "oneT", l)]],
        combine="outer product",
        caption=say("caption.layer.Delta", l=l, after=l + 1),
    )


def dJda_step(p):
    """∂J/∂a^(1) = (Θ^(1))ᵀ δ^(2)."""
    return _layer(
        p,
        "input",
        "dJda",
        "dJda",
        1,
        tex=r"\partial J / \partial a^{(1)}",
        value=p.dJdx,
        formula=r"\partial J / \partial a^{(1)} = (\Theta^{(1)})^{\mathrm{T}} \delta^{(2)}",
        rows=[[whole(p, "ThetaT", 1), whole(p, "delta", 2)]],
        combine="matrix product",
        caption=say("caption.layer.dJda"),
    )
