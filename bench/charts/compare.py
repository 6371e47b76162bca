# SPDX-License-Identifier: Apache-2.0
"""Six charts by tilstand and by Vega-Lite, side by side. usage: compare.py TILSTAND FOLDER"""
import csv
import html
import pathlib
import subprocess
import sys

import vl_convert

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDTH = 480


def rows(name):
    def typed(text):
        try:
            return float(text)
        except ValueError:
            return text or None
    with open(ROOT / "data" / "gallery" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return [{key: value if key == "year" else typed(value) for key, value in row.items()} for row in csv.DictReader(file)]


def band(field, title=None, **more):
    return {"field": field, "type": "nominal", "title": title, **more}


def number(field, title=None, **more):
    return {"field": field, "type": "quantitative", "title": title, **more}


RANKED = [{"window": [{"op": "rank", "as": "rank"}], "sort": [{"field": "score", "order": "descending"}], "groupby": ["year"]}]
CHARTS = {
    "line": ("Alle sektorer vokser, staten mest", "growth", 200,
             {"mark": "line", "encoding": {"x": {"field": "year", "type": "temporal", "title": None}, "y": number("count", "Antall tjenester"), "color": band("sector")}}),
    "bar-percent": ("De eldste er mest enige", "shares", 120,
                    {"mark": "bar", "encoding": {"y": band("group"), "x": number("share", "Prosent av hver gruppe", stack="normalize"), "color": band("answer")}}),
    "scatter": ("Nytten følger kostnaden", "regions", 240,
                {"encoding": {"x": number("cost", "kostnad"), "y": number("benefit", "nytte")},
                 "layer": [{"mark": "point", "encoding": {"size": number("people")}}, {"mark": {"type": "text", "dy": -10}, "encoding": {"text": band("region")}}]}),
    "box": ("Ventetiden varierer mest i utdanning", "waiting", 160,
            {"mark": "boxplot", "encoding": {"y": band("agency", sort=None), "x": number("days", "Dager")}}),
    "heat-map": ("Det er travlest om våren og stille i helgen", "visits", 160,
                 {"mark": "rect", "encoding": {"x": band("month", sort=None), "y": band("day", sort=None), "color": number("visits", "Besøk")}}),
    "bump": ("Havøya klatrer", "scores", 200,
             {"transform": RANKED, "mark": {"type": "line", "point": True},
              "encoding": {"x": band("year"), "y": {"field": "rank", "type": "ordinal", "title": "Plassering"}, "color": band("region")}}),
}


def by_vega(title, table, height, spec, path):
    whole = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": title, "width": WIDTH, "height": height, "data": {"values": rows(table)}, **spec}
    path.write_bytes(vl_convert.vegalite_to_png(whole, scale=2))


def by_tilstand(program, name, path):
    subprocess.run([program, "chart", ROOT / "layouts" / "gallery.toml", name, "--data", ROOT / "data" / "gallery", "--format", "png", "--resolution", "200",
                    "--out", path], check=True)


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    page = ['<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Charts side by side</title>',
            "<style>body{font:16px system-ui;margin:2rem}tr{vertical-align:top}td{padding:1rem}img{width:560px}</style>",
            "<h1>Charts side by side</h1><table><tr><th>tilstand<th>Vega-Lite"]
    for name, (title, table, height, spec) in CHARTS.items():
        ours, theirs = folder / f"{name}.png", folder / f"{name}-vega.png"
        by_tilstand(program, name, ours)
        by_vega(title, table, height, spec, theirs)
        page.append(f'<tr><td><img src="{ours.name}" alt="{html.escape(title)}"><td><img src="{theirs.name}" alt="{html.escape(title)}">')
    (folder / "index.html").write_text("\n".join(page) + "</table></html>\n", encoding="utf-8")
    print(folder / "index.html")


if __name__ == "__main__":
    main()
