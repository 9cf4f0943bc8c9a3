"""The house style: the only place where a measure or a colour may be looked up."""

from pipeline.house_style.load import load_house_style
from pipeline.house_style.tokens import HouseStyle

__all__ = ["HouseStyle", "load_house_style"]
