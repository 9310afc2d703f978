"""The only room that imports the PDF library; it sees blocks and drawings, never a plan."""
