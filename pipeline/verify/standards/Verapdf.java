import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.verapdf.ReleaseDetails;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.ProfileDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.processor.reports.enums.JobEndStatus;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Asks veraPDF whether files meet flavours of PDF/UA and PDF/A.
 *
 * <p>The arguments are pairs: a flavour (ua1, 3a, ua2, 4f) and a file. Each pair gives one line of JSON on
 * stdout: a validation, "unreadable" with a reason when veraPDF cannot read the file, or "crashed" when
 * veraPDF itself went wrong. Nothing else is printed there.
 */
public final class Verapdf {
    private static final Map<String, String> PROFILES =
            Map.of("ua1", "PDFUA-1", "ua2", "PDFUA-2-ISO32005", "3a", "PDFA-3A", "4f", "PDFA-4F");

    public static void main(String[] arguments) {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ObjectMapper json = new ObjectMapper();
        Map<String, ValidationProfile> profiles = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("flavour", arguments[i]);
            answer.put("file", arguments[i + 1]);
            try {
                ValidationProfile profile = profiles.get(arguments[i]);
                if (profile == null) {
                    profile = readProfile(arguments[i]);
                    profiles.put(arguments[i], profile);
                }
                answer.putAll(validate(new File(arguments[i + 1]), profile));
            } catch (ModelParsingException | EncryptedPdfException unreadable) {
                answer.put("unreadable", reason(unreadable));
            } catch (Exception | StackOverflowError | OutOfMemoryError crash) {
                answer.put("crashed", reason(crash));
            }
            try {
                answers.println(json.writeValueAsString(answer));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static Map<String, Object> validate(File file, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
                throw new IllegalStateException("validation ended early: " + result.getJobEndStatus());
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("version", ReleaseDetails.byId("core").getVersion());
            answer.put("rules", profile.getRules().size());
            answer.put("checks", result.getTotalAssertions());
            answer.put("compliant", result.isCompliant());
            answer.put("failed", failedRules(result));
            return answer;
        }
    }

    /** Each rule that failed, in order of its clause, with its first failure. */
    private static List<Map<String, Object>> failedRules(ValidationResult result) {
        Map<RuleId, Map<String, Object>> failed =
                new TreeMap<>(Comparator.comparing(RuleId::getClause).thenComparing(RuleId::getTestNumber)
                        .thenComparing(rule -> rule.getSpecification().getId()));
        result.getFailedChecks().forEach((rule, times) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("specification", rule.getSpecification().getId());
            entry.put("rule", rule.getClause() + "-" + rule.getTestNumber());
            entry.put("times", times);
            failed.put(rule, entry);
        });
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                Map<String, Object> entry = failed.get(assertion.getRuleId());
                entry.putIfAbsent("description", assertion.getMessage());
                entry.putIfAbsent("context", assertion.getLocation().getContext());
            }
        }
        return new ArrayList<>(failed.values());
    }

    /** The jar has the profiles of veraPDF as XML, but not the library that veraPDF would read them with. */
    private static ValidationProfile readProfile(String flavour)
            throws IOException, ParserConfigurationException, SAXException {
        String name = "/org/verapdf/pdfa/validation/" + PROFILES.get(flavour) + ".xml";
        Document profile;
        try (InputStream xml = Verapdf.class.getResourceAsStream(name)) {
            if (xml == null) {
                throw new IOException("no profile " + name);
            }
            profile = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : all(profile, "rule")) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : all(profile, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                    variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
        }
        ProfileDetails details = Profiles.profileDetailsFromValues(flavour, "", "veraPDF", new Date(0));
        PDFAFlavour known = PDFAFlavour.byFlavourId(flavour);
        return Profiles.profileFromValues(known, details, "", rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")), id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : all(rule, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), null, null));
        }
        List<Reference> references = new ArrayList<>();
        for (Element reference : all(rule, "reference")) {
            references.add(Profiles.referenceFromValues(
                    reference.getAttribute("specification"), reference.getAttribute("clause")));
        }
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        ErrorDetails error = Profiles.errorFromValues(text(rule, "message"), arguments);
        return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"), error, references);
    }

    private static List<Element> all(Document in, String name) {
        return all(in.getDocumentElement(), name);
    }

    private static List<Element> all(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Element in, String name) {
        return all(in, name).get(0).getTextContent();
    }

    private static String reason(Throwable thrown) {
        Throwable first = thrown.getCause() == null ? thrown : thrown.getCause();
        return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
    }
}
