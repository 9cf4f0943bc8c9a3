"""The language of texts and the writing rules of the house style; a project weighs each rule."""

from pipeline.language.check import check_language

__all__ = ["check_language"]
