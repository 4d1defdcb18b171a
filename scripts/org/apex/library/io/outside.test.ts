// Addresses, pages, XML documents, SOAP mocks and install scripts, against literals of the Apex Reference.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardObjects } from '../../../metadata/standard/index.ts';
import { ApexException } from '../../runtime/exceptions.ts';
import { runApex, schemaOf } from '../../testing.ts';
import { nativeClasses } from '../index.ts';

const schema = schemaOf(...standardObjects().values());
let transactions = 0;

function outcome(body: string, classes: string[] = []): unknown {
    const platform = { isTest: true, requestId: `R${String(transactions++)}`, mock: () => null };
    try {
        const result = runApex([...classes, `public class P { public static Object run() { ${body} } }`], null, {
            natives: nativeClasses,
            schema,
            platform
        });
        assert.deepEqual(
            result.diagnostics.map((one) => one.message),
            []
        );
        return result.value;
    } catch (error) {
        if (error instanceof ApexException) return `${error.apexType}: ${error.message}`;
        throw error;
    }
}

const ADDRESS = "Url u = new Url('https://user:pw@www.example.com:8443/docs/a.html?name=x#part');";
const CASES: readonly [string, string, unknown][] = [
    [
        'the parts of an address are found',
        `${ADDRESS} return u.getProtocol() + '|' + u.getAuthority() + '|' + u.getUserInfo() + '|' + u.getHost() + '|' + u.getPort() + '|' + u.getPath() + '|' + u.getQuery() + '|' + u.getFile() + '|' + u.getRef();`,
        'https|user:pw@www.example.com:8443|user:pw|www.example.com|8443|/docs/a.html|name=x|/docs/a.html?name=x|part'
    ],
    [
        'an unwritten port is -1, the default is known',
        "Url u = new Url('http://example.com/'); return u.getPort() + '/' + u.getDefaultPort();",
        '-1/80'
    ],
    [
        'an address is made of its parts',
        "return new Url('https', 'example.com', 8080, '/a').toExternalForm();",
        'https://example.com:8080/a'
    ],
    [
        'a relative address is read in a context',
        "return new Url(new Url('https://example.com/a/b'), 'c').toExternalForm();",
        'https://example.com/a/c'
    ],
    [
        'sameFile leaves the reference out',
        "return new Url('https://example.com/a#x').sameFile(new Url('https://example.com:443/a#y'));",
        true
    ],
    [
        'text without protocol is refused',
        "return new Url('example').getHost();",
        'System.StringException: no protocol: example'
    ],
    // pages
    [
        'a page reference writes its parameters',
        "PageReference p = new PageReference('/apex/failure'); p.getParameters().put('error', 'noParam'); return p.getUrl();",
        '/apex/failure?error=noParam'
    ],
    [
        'a page reference reads its parameters',
        "return new PageReference('/apex/p?id=1&q=a%20b#top').getParameters().get('q') + new PageReference('/a#top').getAnchor();",
        'a btop'
    ],
    [
        'a record has a page',
        "return new PageReference(new Account(Id = '001000000000001AAA')).getUrl();",
        '/001000000000001AAA'
    ],
    ['setRedirect can be chained', "return new PageReference('/x').setRedirect(true).getRedirect();", true],
    [
        'tests set the page',
        "Test.setCurrentPage(new PageReference('/apex/p?id=7')); return ApexPages.currentPage().getParameters().get('id') + System.currentPageReference().getUrl();",
        '7/apex/p?id=7'
    ],
    [
        'tests may use parameters without a page',
        "ApexPages.currentPage().getParameters().put('id', '5'); return ApexPages.currentPage().getParameters().get('id');",
        '5'
    ],
    [
        'messages of a page are kept',
        "ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.ERROR, 'no')); return '' + ApexPages.hasMessages() + ApexPages.hasMessages(ApexPages.Severity.INFO) + ApexPages.getMessages()[0].getSummary();",
        'truefalseno'
    ],
    [
        'a set controller turns pages',
        "List<Account> l = new List<Account>(); for (Integer i = 0; i < 5; i++) l.add(new Account(Name = 'a' + i)); ApexPages.StandardSetController c = new ApexPages.StandardSetController(l); c.setPageSize(2); c.next(); return '' + c.getRecords().size() + ((Account) c.getRecords()[0]).Name + c.getHasNext() + c.getPageNumber() + c.getResultSize();",
        '2a2true25'
    ],
    // XML
    [
        'a document is written with its namespaces',
        "Dom.Document d = new Dom.Document(); Dom.XmlNode e = d.createRootElement('Envelope', 'http://soap', 'soapenv'); e.setNamespace('xsi', 'http://xsi'); e.setAttributeNs('type', 'a', 'http://xsi', null); e.addChildElement('Body', 'http://soap', null).addTextNode('a<b'); e.addChildElement('empty', null, null); return d.toXmlString();",
        '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://soap" xmlns:xsi="http://xsi" xsi:type="a"><soapenv:Body>a&lt;b</soapenv:Body><empty /></soapenv:Envelope>'
    ],
    [
        'a document is read',
        "Dom.Document d = new Dom.Document(); d.load('<?xml version=\"1.0\"?><a xmlns=\"u\"><b k=\"v\">x&amp;y</b><!--c--><b/></a>'); Dom.XmlNode r = d.getRootElement(); Dom.XmlNode b = r.getChildElement('b', 'u'); return r.getName() + r.getNamespace() + r.getChildElements().size() + r.getChildren().size() + b.getText() + b.getAttributeValue('k', null) + b.getParent().getName() + r.getChildren()[1].getNodeType();",
        'au23x&yvaCOMMENT'
    ],
    [
        'broken XML is refused',
        "try { new Dom.Document().load('<a><b></a>'); return 'read'; } catch (XmlException e) { return e.getMessage().startsWith('Failed to parse XML due to: '); }",
        true
    ],
    // SOAP
    [
        'a SOAP callout without a mock is refused',
        'WebServiceCallout.invoke(new Account(), new Account(), new Map<String, Object>(), new List<String>()); return 1;',
        'System.UnsupportedOperationException: unsupported: WebServiceCallout.invoke: SOAP callouts without a mock'
    ]
];

for (const [name, body, expected] of CASES) test(name, () => assert.equal(outcome(body), expected));

test('an install script is told what is installed over', () => {
    const script =
        "public class Script implements InstallHandler { public static String seen; public void onInstall(InstallContext c) { seen = c.previousVersion()?.major() + '|' + c.isUpgrade() + c.isPush(); } }";
    assert.equal(
        outcome(
            "Test.testInstall(new Script(), null); String first = Script.seen; Test.testInstall(new Script(), new Version(1, 0), true); return first + '/' + Script.seen;",
            [script]
        ),
        'null|falsefalse/1|truetrue'
    );
});
