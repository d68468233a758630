import { describe, expect, test } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';

describe('a web page', () => {
  test('keeps headings, emphasis, nested lists, quotes, code and rules', () => {
    const html = `<meta charset="utf-8"><h2>Budget <b>2027</b></h2>
      <p>They <strong>need</strong> it <em>soon</em>, <s>not</s> later.<br>Really.</p>
      <ul><li>shop<ol><li>window</li><li>store</li></ol></li><li>site</li></ul>
      <blockquote><p>Three days is too long</p></blockquote>
      <pre><code>select 1;
select 2;</code></pre><hr><p>Run <code>npm start</code></p>`;
    expect(htmlToMarkdown(html)).toBe(
      [
        '## Budget 2027',
        '',
        'They **need** it _soon_, ~~not~~ later.',
        'Really.',
        '',
        '- shop',
        '  1. window',
        '  2. store',
        '- site',
        '',
        '> Three days is too long',
        '',
        '```',
        'select 1;',
        'select 2;',
        '```',
        '',
        '---',
        '',
        'Run `npm start`',
      ].join('\n'),
    );
  });

  test('brings no picture, script, style, form or dangerous link', () => {
    const html = `<style>p { color: red }</style><script>alert(1)</script><p onclick="alert(1)">
      <a href="javascript:alert(1)">click</a> <a href="https://example.com/"><img src="https://track.example/p.gif" alt="pixel"></a>
      <b>bold</b> <img src=x onerror="alert(1)"><input value="secret"><button>Buy</button></p>
      <p style="display: none">hidden preheader</p>`;
    const markdown = htmlToMarkdown(html);
    expect(markdown).toBe('click **bold**');
  });

  test('tells an address that is never opened from here in words', () => {
    const html = `<p>See <a href="http://intranet/a_report?x=1">the report</a>, <a href="http://intranet/a_b">intranet/a_b</a>,
      call <a href="tel:+79161234567">+7 916 123-45-67</a> or <a href="tel:%2B4930123">Vera</a>,
      <a href="#top">up</a> or <a href="file:///etc/passwd">down</a></p>`;
    expect(htmlToMarkdown(html)).toBe(
      'See the report (http://intranet/a_report?x=1), intranet/a_b, call +7 916 123-45-67 or Vera (+4930123), up or down',
    );
  });

  test('keeps a table of words as a table', () => {
    const html = `<table><tr><th>Month</th><th>Orders</th></tr><tr><td>October</td><td>31 %</td></tr></table>`;
    expect(htmlToMarkdown(html)).toBe('| Month | Orders |\n| - | - |\n| October | 31 % |');
  });

  test('boxes of a list are boxes of tasks', () => {
    const html = '<ul><li><input type="checkbox" checked> Sent</li><li><input type="checkbox"> To call</li></ul>';
    expect(htmlToMarkdown(html)).toBe('- [x] Sent\n- [ ] To call');
  });

  test('has nothing to add to plain words', () => {
    expect(
      htmlToMarkdown('<meta charset="utf-8"><div style="font-family: monospace"><span>let a = 1;</span></div>'),
    ).toBe(null);
  });
});

test('a letter loses its layout tables and keeps what they say', () => {
  const html = `<table role="presentation"><tr><td><table><tr><td><p>Hello, <b>Vera</b></p></td></tr>
    <tr><td><p>The act is attached.</p></td></tr></table></td></tr></table>
    <blockquote class="gmail_quote"><div>On Monday Pavel wrote:</div><div>Where is it?</div></blockquote>`;
  expect(htmlToMarkdown(html)).toBe(
    'Hello, **Vera**\n\nThe act is attached.\n\n> On Monday Pavel wrote:\n>\n> Where is it?',
  );
});

test('a document of Word has its lists again, and none of its conditional comments', () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
    <!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->
    <style>p.MsoNormal {margin:0cm}</style></head><body lang=RU><!--StartFragment-->
    <p class=MsoTitle>Отчёт<o:p></o:p></p>
    <p class=MsoNormal><b><span lang=RU>Итоги</span></b><span>&nbsp;квартала<o:p></o:p></span></p>
    <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Витрина<o:p></o:p></p>
    <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>самовывоз</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>Склад</p>
    <p class=MsoNormal>&nbsp;</p><!--EndFragment--></body></html>`;
  expect(htmlToMarkdown(html)).toBe('# Отчёт\n\n**Итоги** квартала\n\n1. Витрина\n   - самовывоз\n2. Склад');
});

test('a document of Google is not bold all over', () => {
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Plain and </span><span style="font-weight:700">bold</span></p></b>`;
  expect(htmlToMarkdown(html)).toBe('Plain and **bold**');
});

test('handlers and styles of a page are no matter of the content policy, and its words and links stay', () => {
  const html = `<style>p { color: red }</style><p style="color: red" onclick='a()'>I count on = 5</p>
    <a href="https://a.example/online=1" onmouseover=b()>a > b</a><img/onerror=c() src=x><b title="x on=y>">so</b>`;
  expect(htmlToMarkdown(html)).toBe('I count on = 5\n\n[a > b](https://a.example/online=1)**so**');
});
