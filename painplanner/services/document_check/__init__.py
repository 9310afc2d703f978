"""How a paper does on what a program can check of two scales of plain health information, and how it reads.

PEMAT-P (can it be understood, can it be acted on) and the CDC Clear Communication Index. What only a person can judge
counts for nothing.
"""

from painplanner.services.document_check.aspects import Aspect, Found, Scale
from painplanner.services.document_check.checking import DocumentCheck, check_document

__all__ = ["Aspect", "DocumentCheck", "Found", "Scale", "check_document"]
