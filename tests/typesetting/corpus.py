"""HTML that once stopped Typst, or might."""


def nested(opening: str, count: int, inside: str) -> str:
    names = [part.split()[0] for part in opening.replace(">", "").split("<") if part]
    closing = "".join(f"</{name}>" for name in reversed(names))
    return opening * count + inside + closing * count


CODE = "#panic() $x$ @l &lt;l&gt; \\ ` #import 'x' _a_ *b* = h // c /* d */ [z] {y} --"
CORPUS = {
    "code": f"<p>{CODE}</p><h2>{CODE}</h2><ul><li>{CODE}</ul><pre>{CODE}</pre>",
    "code-in-ids": '<h2 id="#panic()">a</h2><p id="&quot;)">b</p><p><a href="#%23panic()">c</a>',
    "lists-40-deep": "<ul><li>a" * 40,
    "lists-3000-deep": "<ol><li>a" * 3000,
    "quotes-40-deep": nested("<blockquote>", 40, "<p>x</p>"),
    "divs-400-deep": nested("<div>", 400, "<p>x</p>"),
    "marks-50-deep": f"<p>{nested('<em>', 50, 'x')}</p>",
    "marks-mixed": "<p>"
    + "<em><strong><code><mark><del><ins><sub><sup><a href='https://x.example'>" * 3
    + "deep",
    "details-30-deep": nested("<details>", 30, "<summary>s</summary>t"),
    "notes-30-deep": '<div class="admonition"><p class="admonition-title">T</p><p>b</p>' * 30,
    "terms-30-deep": "<dl><dt>t<dd>" * 30 + "x",
    "tables-30-deep": "<table><tr><td>" * 30 + "x",
    "frames-mixed": '<ul><li><blockquote><table><tr><td><ol><li><div class="admonition"><p>z' * 8,
    "quotes-in-tables": "<blockquote><table><tr><td>" * 20 + "<p><em><strong><sub>x",
    "lists-and-terms": "<ul><li><ol><li><dl><dd>" * 20 + "<p><em><strong><code><sup>x",
    "rails-20-deep": '<ol class="sf-rail"><li><time>1</time><blockquote>' * 20 + "x",
    "timelines-20-deep": (
        '<figure class="sf-chart sf-timeline"><figcaption>c</figcaption><ol class="sf-lanes">'
        '<li><time>1</time><ul class="sf-at"><li>'
    )
    * 20,
    "giant-spans": (
        "<table><tr><td colspan=1000000000 rowspan=99999>a</td><td>b</td></tr>"
        "<tr><td>c</td><td rowspan=0 colspan=-3>e</td></tr></table>"
    ),
    "crossing-spans": (
        "<table><thead><tr><th rowspan=3>a</th><th>b</th></tr></thead><tbody>"
        "<tr><td rowspan=5>1</td><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr></tbody>"
        "<thead><tr><th>late</th></tr></thead></table>"
    ),
    "sixty-columns": "<table><tr>" + "<td>c</td>" * 60 + "</tr></table>",
    "only-a-head": "<table><thead><tr><th>a</th></tr></thead></table>",
    "nothing": (
        "<table></table><table><tr></tr></table><ul></ul><p></p><h2></h2><blockquote></blockquote>"
        "<pre></pre><dl></dl><figure></figure><ol class='sf-lanes'></ol><div class='tabbed-set'>"
    ),
    "long-cell": f"<table><tr><td>{'word ' * 3000}</td><td>x</td></tr></table>",
    "many-rows": "<table>" + "<tr><td rowspan=2>a</td><td>b</td></tr>" * 300 + "</table>",
    "long-words": (
        f"<p>{'x' * 5000}</p><table><tr><td>{'y' * 3000}</td></tr></table>"
        f"<pre><code>{'z' * 2000}</code></pre><h2>{'w' * 300}</h2>"
    ),
    "skipped-levels": "<h6>a</h6><h1>b</h1><h4>c</h4><h2>d</h2><h1>e</h1><h3>f<em></em></h3>",
    "headings-inside": (
        "<blockquote><h1>a</h1></blockquote><ul><li><h2>b</h2></ul>"
        "<table><tr><td><h3>c</h3></td></tr></table>"
    ),
    "links": (
        '<p><a href="javascript:alert(1)">a</a> <a href="https://x.example/é?a=%22 d">b</a>'
        ' <a href="https://[::1">c</a> <a href="http://">d</a> <a href="//x.example/y">e</a>'
        ' <a href="">f</a> <a>g</a> <a href="x"><em>h <a href="https://y.example">i</a></em></a>'
        ' <a href="#nowhere">j</a> <a href="../nowhere/#k">k</a></p>'
    ),
    "twin-ids": '<p id="a">one</p><p id="a">two</p><p><a href="#a">a</a></p>',
    "odd-citations": (
        '<p><span class="sf-cite"><a data-source="nobody">9</a><span class="sf-sep">, </span>'
        '<span class="sf-loc">see</span> <a data-source="dock-2">2</a></span>'
        '<span class="sf-cite">odd</span></p>'
    ),
    "glyphs": (
        "<p>😀 👨‍👩‍👧 ❤️ 🇬🇧 \ue000 \uf8ff \U000f0000 \ufffe \ud800 \u202e \u2066x\u2069 \x00\x07"
        " \u200b\ufeff\u00ad a\u0301 q\u0301 \u0301 العربية עברית 한국어 日本語 龘 𠮷 ﬁ ① ﷺ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞"
        " \u2028 \u2029 ⁠ ҈ ᠎</p><pre><code>😀\tx\u202e</code></pre><h2>😀</h2>"
    ),
    "entities": "<p>&lt;b&gt; &amp;amp; &#0; &#x110000; &#55296; &bogus; &#x202e;</p>",
    "unclosed": "<p>a<b>b<i>c<table><tr><td>x<p>y<li>z",
    "unopened": "</div></p></td></li>text</body></html>after",
    "unread": "<script>a('#')</script><style>p{}</style><template>t</template><!-- c --><p>x</p>",
    "drawings": "<p><svg><text>in</text></svg><svg aria-label='A drawing'/><img><img alt=''></p>",
    "lost-scenes": '<figure class="sf-chart" data-scene="99"><figcaption><b>T</b>s</figcaption>'
    '</figure><div data-scene="-1">t</div><p data-scene="x">u</p>',
    "footnotes": (
        '<p>a<sup><a class="footnote-ref" href="#fn:1">1</a></sup>'
        ' b<sup><a class="footnote-ref" href="#fn:1">1</a></sup>'
        ' c<sup><a class="footnote-ref" href="#fn:9">9</a></sup></p>'
        '<h2>h<sup><a class="footnote-ref" href="#fn:2">2</a></sup></h2>'
        '<div class="footnote"><ol><li id="fn:1"><p>one'
        '<sup><a class="footnote-ref" href="#fn:1">1</a></sup></p></li>'
        '<li id="fn:2"><ul><li>two</ul></li><li id="fn:4"><p>unused</p></li></ol></div>'
    ),
    "languages": '<p lang="zh-Hans-CN">中文</p><p><i lang="x-#">a</i><i lang="zzz">b</i></p>',
    "list-starts": '<ol start="99999999999"><li>a</ol><ol start="-4"><li>b</ol><ol start=0><li>c',
    "odd-rails": '<ol class="sf-rail"><li>no time</li><li><time>#x</time><time>2</time>t</ol>',
    "breaks": "<p><br><br>a<br><br>b<br></p><h2>x<br>y</h2>",
    "blocks-in-marks": "<em><ul><li>q</ul></em><a href='https://e.example'><div>y<p>z</p></div></a>",
}
