#!/usr/bin/env python3
# reduce-litellm.py – what the shipped catalogue lacks of LiteLLM's price table
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: reduce-litellm.py LITELLM-TABLE.json GENAI-CATALOGUE.json > data/prices/litellm-prices.json
#
# Keeps the table's layout, prices only, one model a line. Of a model that the
# catalogue prices, only what it does not say stays: service tiers, audio and image
# rates, regions. Input and output always stay beside them: they tell whether both
# sources speak of the same price.

import json
import re
import sys
from pathlib import Path

FIELDS = {
    "input_cost_per_token": "input_mtok",
    "output_cost_per_token": "output_mtok",
    "output_cost_per_reasoning_token": "output_reasoning_mtok",
    "cache_read_input_token_cost": "cache_read_mtok",
    "cache_creation_input_token_cost": "cache_write_mtok",
    "cache_creation_input_token_cost_above_1hr": "cache_write_1h_mtok",
    "input_cost_per_audio_token": "input_audio_mtok",
    "output_cost_per_audio_token": "output_audio_mtok",
    "input_cost_per_image_token": "input_image_mtok",
    "output_cost_per_image_token": "output_image_mtok",
    "input_cost_per_request": "requests_kcount",
}
ALWAYS = ("input_cost_per_token", "output_cost_per_token")
MULTIPLIERS = ("regional_processing_uplift_multiplier_us", "regional_processing_uplift_multiplier_eu")
MEMBER = re.compile(r"^(.*?)(_above_\d+k_tokens)?(_batches|_flex|_priority)?$")
PROVIDERS = (("azure", "azure"), ("bedrock", "aws"), ("amazon", "aws"), ("vertex", "google"),
             ("gemini", "google"), ("palm", "google"), ("text-completion-openai", "openai"),
             ("text-completion-codestral", "mistral"), ("codestral", "mistral"),
             ("mistral", "mistral"), ("fireworks", "fireworks"), ("together", "together"),
             ("xai", "x-ai"), ("moonshot", "moonshotai"), ("voyage", "voyageai"),
             ("cohere", "cohere"))
PLANS = ("github_copilot", "chatgpt", "ollama")  # nothing is paid by the token


def provider_id(text):
    folded = text.lower().replace("_", "-")
    return next((to for prefix, to in PROVIDERS if folded.startswith(prefix)), folded)


def bare_name(key, provider):
    first, slash, rest = key.partition("/")
    return rest if slash and provider_id(first) == provider else key


def matches(clause, name):
    (kind, value), = clause.items()
    if kind == "or":
        return any(matches(part, name) for part in value)
    if kind == "and":
        return all(matches(part, name) for part in value)
    if kind == "regex":
        return re.search(value, name) is not None
    folded, value = name.lower(), value.lower()
    return {"equals": folded == value, "starts_with": folded.startswith(value),
            "ends_with": folded.endswith(value), "contains": value in folded}[kind]


def known_prices(catalogue, provider, name):
    """The kinds of price that the catalogue has for a name; None if it does not know it."""
    entry = catalogue.get(provider)
    if entry is None:
        return None
    for each in [provider, *entry.get("fallback_model_providers", [])]:
        for model in catalogue[each]["models"]:
            if model["id"].lower() == name.lower() or matches(model["match"], name):
                rows = model["prices"] if isinstance(model["prices"], list) else [model]
                kinds = set().union(*(row["prices"] for row in rows))
                tiered = any(isinstance(price, dict) for row in rows
                             for price in row["prices"].values())
                return kinds | ({"tiers"} if tiered else set())
    return None


def reduce_row(row, known):
    """The members that stay, and whether they say anything that is not known."""
    kept, says = {}, False
    for member, value in row.items():
        base, above, tier = MEMBER.match(member).groups()
        if base not in FIELDS or isinstance(value, bool) or not isinstance(value, str):
            continue
        lacks = known is None or tier or (("tiers" not in known) if above
                                          else FIELDS[base] not in known)
        if lacks or member in ALWAYS:
            kept[member] = value
            says |= bool(lacks) and float(value) > 0
    if "tiered_pricing" in row and known is None:
        kept["tiered_pricing"] = [
            {name: value for name, value in part.items() if name == "range" or name in FIELDS}
            for part in row["tiered_pricing"] if "range" in part]
        says |= bool(kept["tiered_pricing"])
    medium = row.get("search_context_cost_per_query", {}).get("search_context_size_medium")
    if medium and (known is None or "web_searches_kcount" not in known):
        kept["search_context_cost_per_query"] = {"search_context_size_medium": medium}
        says |= known is not None
    for member in MULTIPLIERS:
        if member in row:
            kept[member] = row[member]
            says = True
    factors = {name: value for name, value in row.get("provider_specific_entry", {}).items()
               if name in ("us", "fast")}
    if factors:
        kept["provider_specific_entry"] = factors
        says = True
    return kept, says


def unquote(value):
    """Numbers went through as text, so that they come out as they were."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{unquote(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(unquote(v) for v in value) + "]"
    return value


def main():
    table = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"), parse_float=str,
                       parse_int=str)
    catalogue = {p["id"]: p for p in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))}
    lines = []
    for key in sorted(table, key=lambda name: (not name.startswith("gemini/"), name)):
        row = table[key]
        provider = row.get("litellm_provider", "") if isinstance(row, dict) else ""
        if not provider or " " in provider or provider in PLANS:
            continue
        if re.match(r"bedrock/[a-z-]+-\d/", key):  # by region, and of retired models
            continue
        name = bare_name(key, provider_id(provider))
        kept, says = reduce_row(row, known_prices(catalogue, provider_id(provider), name))
        if says:
            lines.append(f'{json.dumps(key)}:{{"litellm_provider":{json.dumps(provider)},'
                         f'{unquote(kept)[1:]}')
    print("{\n" + ",\n".join(lines) + "\n}")


if __name__ == "__main__":
    main()
