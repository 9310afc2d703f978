// Checks files against PDF/UA-1 with the library of veraPDF: for each its name, how many checks passed or failed, and
// below it what failed. The archive leaves out what the library reads its rules with, so they are read here.
var Profiles = Packages.org.verapdf.pdfa.validation.profiles.Profiles;
var Flavour = Packages.org.verapdf.pdfa.flavours.PDFAFlavour;
var RULES = "org/verapdf/pdfa/validation/PDFUA-1.xml";

function all(node, name) {
  var found = node.getElementsByTagName(name), list = [];
  for (var i = 0; i < found.getLength(); i++) list.push(found.item(i));
  return list;
}

function words(node, name) {
  var found = all(node, name);
  return found.length ? found[0].getTextContent() : "";
}

function rule(node) {
  var id = all(node, "id")[0], none = new java.util.ArrayList();
  return Profiles.ruleFromValues(
    Profiles.ruleIdFromValues(
      Flavour.Specification.ISO_14289_1, id.getAttribute("clause"), Number(id.getAttribute("testNumber"))),
    node.getAttribute("object"), java.lang.Boolean.valueOf(node.getAttribute("deferred")), node.getAttribute("tags"),
    words(node, "description"), words(node, "test"), Profiles.errorFromValues(words(node, "message"), none), none);
}

function variable(node) {
  return Profiles.variableFromValues(
    node.getAttribute("name"), node.getAttribute("object"), words(node, "defaultValue"), words(node, "value"));
}

function profile() {
  var stream = java.lang.ClassLoader.getSystemResourceAsStream(RULES);
  var builder = Packages.javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
  var root = builder.parse(stream).getDocumentElement();
  var rules = new java.util.HashSet(), variables = new java.util.HashSet();
  all(root, "rule").forEach(function (node) { rules.add(rule(node)); });
  all(root, "variable").forEach(function (node) { variables.add(variable(node)); });
  var details = Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new java.util.Date(0));
  return Profiles.profileFromValues(Flavour.PDFUA_1, details, "", rules, variables);
}

Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var foundry = Packages.org.verapdf.pdfa.Foundries.defaultInstance();
var rules = profile();
print("rules\t" + rules.getRules().size());
for (var i = 0; i < arguments.length; i++) {
  var parser = foundry.createParser(new java.io.File(arguments[i]), Flavour.PDFUA_1);
  var result = foundry.createValidator(rules, false).validate(parser);
  print(arguments[i] + "\t" + result.getTotalAssertions());
  for (var failed = result.getTestAssertions().iterator(); failed.hasNext();) {
    var one = failed.next(), id = one.getRuleId();
    print("\t" + id.getClause() + "-" + id.getTestNumber() + " " + one.getMessage());
  }
  parser.close();
}
