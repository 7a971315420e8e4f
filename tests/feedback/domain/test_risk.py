"""Which words bring the safeguarding leads, and which ordinary sentences leave them alone. All invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.risk import find_risk, suggests_risk

CAUGHT = [
    # taking one's own life, or hurting oneself
    "My daughter says she wants to die.",
    "he said he wants to kill himself",
    "she has been self-harming since May",
    "My son self harms at school",
    "I want to end my life",
    "ive been cutting myself",
    "He tried to hang himself in the toilets",
    "she took an overdose last week",
    "he feels suicidal",
    "feeling sucidal and nobody answers",
    "He doesn't want to live any more",
    "I don’t want to be here anymore",
    "they would be better off without me",
    "i cant cope anymore",
    "gonna kms if i have to go back",
    # hurt by somebody
    "my dad hits me",
    "The escort hits him on the bus.",
    "His stepdad beat him with a belt",
    "Jack's dad hits Jack.",
    "his escort keeps hitting Jack",
    "Mum slaps Ayesha",
    "a teacher grabbed him and hurt him",
    "My mum is hurting my brother",
    "He has been hit by a member of staff",
    "she was pinned down by two adults",
    "He is locked in a room at school",
    "they lock him in a cupboard",
    "Bruises on her arms when she came home",
    "there is domestic violence at home",
    "My husband threatens me in front of the children",
    "He is being abused by his carer",
    "uncle scares me",
    "He was assaulted on school transport",
    "I was punched by a boy and nobody did anything",
    # touched
    "the driver touched her",
    "He touches my private parts",
    "an older boy asked her for nudes",
    "he was raped",
    "I think he is being groomed online",
    "told to keep it a secret from mum",
    # not cared for, not safe, not there
    "The children have no food at home",
    "there is nothing to eat in the house",
    "he is left alone for hours",
    "I do not feel safe at home",
    "She is not safe.",
    "She isn't really safe there",
    "I am scared to go home",
    "he's scared of his father",
    "My son ran away from school twice",
    "she has gone missing",
    "we have nowhere to sleep tonight",
    # used by others
    "older lads have him dealing drugs, county lines",
    "he carries a knife now",
    "I am afraid she will be sent away for a forced marriage",
    "FGM",
    # said outright
    "A child is at risk",
    "my child is at serious risk of harm",
    "We think two pupils are at risk from their partner",
    "at risk of homelessness with three children",
    "This is a safeguarding concern",
    "her life is in danger",
    "she has stopped eating",
    "SHE IS AT RISK",
    "he is\nat risk",
]
LEFT_ALONE = [
    "We are at risk of missing the deadline.",
    "The service is at risk of closing.",
    "The funding is at risk again.",
    "He is at risk of losing his place.",
    "Your letter hurt my feelings.",
    "The cuts hit us hard.",
    "The new charge hits us in the pocket.",
    "The waiting list for speech therapy is too long.",
    "The page about short breaks is missing from the site.",
    "Who is the emergency contact for transport?",
    "We want an emergency annual review.",
    "The risk assessment took six weeks.",
    "I am afraid that the form does not work.",
    "He is scared of the dark and of dogs.",
    "Safe routes to school would help.",
    "The travel trainer is brilliant, my son is over the moon.",
    "Please do not abuse the process of consultation.",
    "Sexual health lessons should be in easy read.",
    "There is a risk register on your page.",
    "The site is in danger of becoming out of date.",
    "It kills me to wait.",
    "We hit the target and they beat the deadline.",
    "They kicked off the project in May.",
    "We could get in touch with him by e-mail.",
    "My child is in Year 7 now.",
    "Use the opportunity, do not exploit loopholes.",
]
# We would rather be told: what a person would see through at once is still caught.
CAUGHT_ALTHOUGH_HARMLESS = [
    "The crossing outside is not safe.",
    "He comes home from college starving.",
    "The council is abusing our patience.",
    "The garden has been neglected.",
]


@pytest.mark.parametrize("text", CAUGHT + CAUGHT_ALTHOUGH_HARMLESS)
def test_words_that_suggest_risk_are_caught(text):
    assert suggests_risk(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_ordinary_sentences_are_left_alone(text):
    assert [phrase.words for phrase in find_risk(text)] == []


def test_a_harmless_phrase_does_not_hide_a_risk_beside_it():
    assert suggests_risk("We are at risk of missing the deadline, and he wants to die.")
    assert suggests_risk("It hurt my feelings, and my dad hits me.")


@pytest.mark.parametrize(
    "spelled", ["don't feel safe", "don’t feel safe", "dont feel safe", "DONT  FEEL\nSAFE"]
)
def test_apostrophes_capitals_and_spaces_do_not_matter(spelled):
    assert suggests_risk(f"I {spelled}")


@given(st.text(max_size=400))
def test_any_text_can_be_read(text):
    assert isinstance(suggests_risk(text), bool)


@pytest.mark.parametrize(
    "part", ["a", "hit ", "at risk ", "my ", "is being ", "'", "not to ", "he is ", "- ", "no no ", "\u0301"]
)
def test_hostile_text_is_read_in_no_time(part):
    started = time.perf_counter()
    find_risk((part * 5000)[:5000])
    assert time.perf_counter() - started < 0.5
