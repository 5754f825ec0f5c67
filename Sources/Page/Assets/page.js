"use strict";
// The self-check page. It draws the form, hands what is typed to the engine (the module in this very file) and shows what the
// engine answers; it judges nothing itself. All text is set as text, never as markup.
(() => {
  const words = {
    ja: {
      ready: "準備ができました", choose: "区を選んでください", area: "提出する区", language: "English", year: "年度",
      local: "このページは、このパソコンの中だけで動きます。入力した内容が外に送られることはありません。",
      shared: "入力した内容は、このブラウザに自動で保存されます。共用のパソコンでは、作業が終わったら「入力を消去」を押してください。",
      unsaved: "このブラウザでは入力を保存できません。閉じる前に CSV を保存してください。",
      open: "ファイルを読み込む", drop: "Excel（.xlsx）や CSV のファイルを、ここに重ねて読み込むこともできます。",
      dropHere: "ここで離すと読み込みます", save: "CSV を保存", print: "印刷", clear: "入力を消去",
      clearAsk: "この区の入力をすべて消去します。元に戻せません。", cancel: "やめる", cleared: "入力を消去しました。",
      left: n => n === 0 ? "残りはありません" : `残り${n}件`, leftLong: (m, a) => [m ? `未達成${m}件` : "", a ? `記入待ち${a}件` : ""].filter(Boolean).join("、"),
      done: "直すところはありません。CSV を保存して提出できます。", fill: "記入", mend: "直すところ", stages: "段階ごとの状況",
      other: "その他", notApplicable: "該当なし", unset: "（未記入）", unit: "単位", by: "報告者", targets: "目標",
      sentence: "目標の文", figures: "判定", measured: "実績", required: "必要", missing: "不足", sides: "両側", action: "直し方",
      details: "内訳", advice: "助言", because: "根拠", acts: "担当", stage: "段階", toField: "記入欄へ",
      later: "報告後に判定", laterNote: "ほかの報告と合わせて判定する目標", awaiting: "記入待ち", awaits: "記入を待つ項目",
      elsewhere: "このページでは分からないもの", nothingToMend: "未達成の目標はありません。",
      item: "項目", total: "計", met: "達成", tableNote: "達成数／判定する目標の数。",
      reading: name => `「${name}」を読み込んでいます…`, taken: (name, n) => `「${name}」から${n}件を記入しました。`,
      takenNone: name => `「${name}」から記入したものはありません。`, replaced: n => `うち${n}件は、入力してあった値を置き換えました。`,
      earlier: n => `過去の年度の値を${n}件読み込みました。`, undo: "元に戻す", undone: "読み込む前の入力に戻しました。",
      remarks: n => `確認が必要なところ（${n}件）`, why: "理由", how: "直し方", close: "閉じる", error: "エラー", warning: "注意",
      tooLarge: "50 MB を超えるファイルは読み込めません。",
      fault: what => `${what}を処理している間に、プログラムの内部で誤りが起きました。その前の入力はそのまま残っています。続けて使えます。`,
      faultFile: name => `ファイル「${name}」`, faultField: name => `「${name}」の入力`,
      broken: "このページを開けませんでした。ブラウザを新しくするか、もう一度ファイルを受け取ってください。",
      old: "このブラウザは古いため、このページを使えません。Microsoft Edge か Google Chrome の新しい版で開いてください。",
      same: "前年度と同じ", skip: "記入欄へ進む", contents: "項目の一覧", restored: "前回の入力を読み込みました。",
      clash: "ほかのウィンドウで同じ区の入力が変わりました。このウィンドウの内容で上書きされます。", count: (a, b) => `${a}／${b}`, filled: "記入済み",
      savedAs: name => `「${name}」を保存しました。`, unreadable: n => `読めない値が${n}件あります。`, footer: version => `pdca ${version}`,
    },
    en: {
      ready: "Ready", choose: "Choose the area", area: "Reporting area", language: "日本語", year: "Year",
      local: "This page works on this computer alone. Nothing that you enter is sent anywhere.",
      shared: "What you enter is saved in this browser. On a shared computer, press “Clear entries” when you have finished.",
      unsaved: "This browser can't keep your entries. Save the CSV before you close the page.",
      open: "Open a file", drop: "You can also drop an Excel (.xlsx) or CSV file here.",
      dropHere: "Release to read the file", save: "Save as CSV", print: "Print", clear: "Clear entries",
      clearAsk: "All entries of this area will be cleared. This can't be undone.", cancel: "Cancel", cleared: "The entries have been cleared.",
      left: n => n === 0 ? "Nothing left to do" : `${n} left to do`, leftLong: (m, a) => [m ? `${m} missed` : "", a ? `${a} awaiting figures` : ""].filter(Boolean).join(", "),
      done: "Nothing is missing. Save the CSV and submit it.", fill: "Fill in", mend: "To mend", stages: "By stage",
      other: "Other", notApplicable: "N/A", unset: "(not filled in)", unit: "unit", by: "reported by", targets: "targets",
      sentence: "target", figures: "figures", measured: "measured", required: "required", missing: "missing", sides: "both sides", action: "what to do",
      details: "details", advice: "advice", because: "source", acts: "acts", stage: "stage", toField: "Go to the field",
      later: "judged after the report", laterNote: "Targets judged together with other reports", awaiting: "awaiting figures", awaits: "awaited",
      elsewhere: "not known to this page", nothingToMend: "No target is missed.",
      item: "Item", total: "All", met: "met", tableNote: "met / targets to be judged.",
      reading: name => `Reading “${name}”…`, taken: (name, n) => `${n} figures were filled in from “${name}”.`,
      takenNone: name => `Nothing was filled in from “${name}”.`, replaced: n => `${n} of them replaced what had been entered.`,
      earlier: n => `${n} figures of earlier years were read.`, undo: "Undo", undone: "Back to the entries before the file.",
      remarks: n => `To be looked at (${n})`, why: "why", how: "mend", close: "Close", error: "error", warning: "warning",
      tooLarge: "Files of more than 50 MB can't be read.",
      fault: what => `The program failed while it was working on ${what}. What was entered before is still there, and you can go on.`,
      faultFile: name => `the file “${name}”`, faultField: name => `the entry for “${name}”`,
      broken: "This page can't be opened. Use a newer browser, or ask for the file again.",
      old: "This browser is too old for this page. Open it with a recent Microsoft Edge or Google Chrome.",
      same: "as last year", skip: "Skip to the fields", contents: "Items", restored: "Your earlier entries are back.",
      clash: "Entries of this area have changed in another window. What is in this window will replace them.", count: (a, b) => `${a} of ${b}`, filled: "filled in",
      savedAs: name => `“${name}” has been saved.`, unreadable: n => `${n} entries can't be read.`, footer: version => `pdca ${version}`,
    },
  };

  const page = document.getElementById("page");
  const text = new TextDecoder();
  let language = document.documentElement.lang === "en" ? "en" : "ja";
  const say = () => words[language];

  // MARK: Pieces of a document

  /** An element: attributes, listeners under "on", and children that are elements or texts. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (key === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
      else element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ""));
    return element;
  }

  const button = (label, action, attributes = {}) => make("button", { type: "button", on: { click: action }, ...attributes }, label);

  // MARK: The engine

  let module = null;
  let engine = null;
  let content = null;
  let rulebook = null;

  async function newEngine() {
    engine = new Engine(await WebAssembly.instantiate(module, {}));
  }

  const files = list => [list.length, list.map(([path, body]) => [path, body])];
  const judgedBy = () => [rulebook, "areas.csv", content.areas];

  // MARK: What is entered

  const state = {
    choice: null, form: null, entries: new Map(), outcomes: new Map(), checked: new Map(), undo: null, canSave: true, dirty: false,
  };
  const fields = new Map();
  const storageName = code => `pdca ${content.identity} ${code}`;

  function stored(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  function store() {
    if (!state.choice || !state.dirty) return;
    state.dirty = false;
    const entries = {};
    for (const [n, value] of state.entries) {
      const indicator = state.form.indicators[n];
      if (value !== indicator.entry) entries[indicator.code] = value;
    }
    try {
      if (Object.keys(entries).length) localStorage.setItem(storageName(state.choice.code), JSON.stringify(entries));
      else localStorage.removeItem(storageName(state.choice.code));
      localStorage.setItem(`pdca ${content.identity}`, JSON.stringify({ area: state.choice.code, language }));
    } catch {
      state.canSave = false;
      document.getElementById("unsaved")?.removeAttribute("hidden");
    }
  }

  let storing = 0;
  function storeSoon() {
    state.dirty = true;
    clearTimeout(storing);
    storing = setTimeout(store, 400);
  }

  /** Takes an answer of the engine over. */
  function keep(answer) {
    for (const entry of answer.entries) state.checked.set(entry.n, entry);
    for (const outcome of answer.outcomes) state.outcomes.set(outcome.n, outcome);
  }

  /** Takes an answer of the engine over, into what is shown too. */
  function take(answer) {
    keep(answer);
    const changed = new Set();
    for (const entry of answer.entries) changed.add(entry.n);
    for (const outcome of answer.outcomes) {
      const home = homes.get(outcome.n);
      if (home !== undefined) changed.add(home);
      else changed.add(null);
    }
    for (const n of changed) if (n !== null) showField(n);
    showSummary();
    showLater();
    laterWork();
  }

  /** Works on a request; where the engine fails, says on what, and goes on with a new engine without it. */
  async function work(what, request, failed = () => {}) {
    try {
      return request();
    } catch (fault) {
      if (!(fault instanceof WebAssembly.RuntimeError) && !(fault instanceof RangeError)) throw fault;
      failed();
      await reopen();
      notice(say().fault(what), "error");
      return null;
    }
  }

  async function reopen() {
    await newEngine();
    if (state.choice) openArea(state.choice);
    if (state.choice) take(engine.ask("enter", [...state.entries]));
  }

  function openArea(choice) {
    engine.call("open", language, content.year, choice.code, judgedBy(), files(choice.known ? [["known.csv", choice.known]] : []));
  }

  async function choose(code) {
    store();
    const choice = content.choices.find(one => one.code === code);
    if (!choice) return;
    state.choice = choice;
    state.entries = new Map();
    state.outcomes = new Map();
    state.checked = new Map();
    state.undo = null;
    openArea(choice);
    state.form = engine.ask("form");
    const kept = stored(storageName(code)) ?? {};
    let returned = false;
    for (const indicator of state.form.indicators) {
      if (!indicator.asked) continue;
      const value = kept[indicator.code];
      if (typeof value === "string") returned = true;
      if (typeof value === "string" || indicator.entry) state.entries.set(indicator.n, typeof value === "string" ? value : indicator.entry);
    }
    findHomes();
    const pairs = [...state.entries];
    await work(choice[language], () => {
      keep(engine.ask("enter", pairs));
      draw();
    }, draw);
    if (returned) notice(say().restored);
    performance.mark("pdca-verdict");
  }

  /** The form as it is now; what the bureau had entered stays what it was. */
  function formAgain() {
    const form = engine.ask("form");
    for (const indicator of form.indicators) indicator.entry = state.form.indicators[indicator.n].entry;
    return form;
  }

  function enter(n, value) {
    const indicator = state.form.indicators[n];
    const before = state.entries.get(n) ?? "";
    state.entries.set(n, value);
    storeSoon();
    // A fault is caught here as everywhere, but an entry must be answered at once and not a moment later.
    try {
      take(engine.ask("enter", n, value));
    } catch {
      work(say().faultField(nameOf(indicator)), () => engine.ask("enter", n, value), () => {
        state.entries.set(n, before === value ? "" : before);
        fields.get(n).set(state.entries.get(n));
      });
    }
  }

  const nameOf = indicator => indicator.name ? `${indicator.code} ${indicator.name}` : indicator.code;

  // MARK: Where targets stand

  /** For each target, the field beside which it stands: the first of its sentence that is asked for. */
  const homes = new Map();
  const guests = new Map();

  function findHomes() {
    homes.clear();
    guests.clear();
    for (const target of state.form.targets) {
      const home = target.indicators.find(n => state.form.indicators[n].asked);
      if (home === undefined) continue;
      homes.set(target.n, home);
      for (const n of target.indicators) {
        if (!guests.has(n)) guests.set(n, []);
        if (n === home) guests.get(n).push(target);
      }
    }
  }

  /** What a target's outcome means to the one who fills in: mend, fill, later, or nothing to do. */
  function need(outcome) {
    if (outcome.verdict === "missed") return "mend";
    if (outcome.verdict !== "not_reported") return outcome.verdict;
    return outcome.awaited.length ? "fill" : "later";
  }

  // MARK: Drawing

  function draw() {
    document.documentElement.lang = language;
    const w = say();
    const title = `${content.program}　${state.form ? state.form.year : ""}`.trim();
    document.title = state.choice ? `${state.choice[language]} - ${title}` : title;
    fields.clear();
    const form = state.form ? drawForm() : make("p", {}, w.choose);
    page.replaceChildren(
      make("a", { class: "skip", href: "#form" }, w.skip),
      make("header", {},
        make("div", { class: "title" }, make("h1", {}, content.program), state.form ? make("p", { class: "year" }, state.form.year) : ""),
        make("div", { class: "who" },
          make("label", { for: "area" }, w.area), areaSelect(),
          button(w.language, switchLanguage, { class: "plain", lang: language === "ja" ? "en" : "ja" }))),
      make("div", { id: "notices" }),
      make("div", { id: "live", class: "unseen", role: "status", "aria-live": "polite" }),
      make("div", { class: "columns" }, state.form ? drawSide() : "", make("main", { id: "main" }, state.form ? drawIntroduction() : "", form)),
      make("footer", {}, make("p", {}, w.local), make("p", {}, w.footer(content.version))),
      make("div", { id: "dropping", hidden: true, "aria-hidden": "true" }, w.dropHere));
    if (state.form) {
      for (const n of fields.keys()) showField(n);
      showSummary();
      showLater();
      laterWork();
    }
  }

  function areaSelect() {
    if (content.choices.length === 1) return make("strong", { id: "area" }, content.choices[0][language]);
    const levels = [...new Set(content.choices.map(choice => choice.level))];
    const option = choice => make("option", { value: choice.code, selected: state.choice === choice }, choice[language]);
    const options = levels.length === 1 ? content.choices.map(option) : levels.map(level =>
      make("optgroup", { label: content.levels[level][language === "ja" ? 0 : 1] },
        content.choices.filter(choice => choice.level === level).map(option)));
    return make("select", { id: "area", on: { change: event => choose(event.target.value) } },
      state.choice ? "" : make("option", { value: "", selected: true, disabled: true }, say().choose), options);
  }

  async function switchLanguage() {
    language = language === "ja" ? "en" : "ja";
    state.dirty = true;
    if (state.choice) {
      await work(say().language, () => {
        for (const outcome of engine.ask("language", language).outcomes) state.outcomes.set(outcome.n, outcome);
        state.form = formAgain();
        const pairs = [...state.entries];
        if (pairs.length) for (const entry of engine.ask("enter", pairs).entries) state.checked.set(entry.n, entry);
      });
    }
    draw();
    store();
  }

  function drawIntroduction() {
    const w = say();
    const chooser = make("input", {
      type: "file", id: "file", multiple: true, accept: ".xlsx,.xlsm,.xls,.csv,.tsv,.txt", class: "unseen",
      on: { change: async event => { const list = [...event.target.files]; event.target.value = ""; await readFiles(list); } },
    });
    return make("section", { class: "introduction", "aria-label": w.open },
      make("p", { class: "note" }, w.local, " ", w.shared),
      make("p", { id: "unsaved", class: "note bad", hidden: state.canSave }, w.unsaved),
      make("div", { class: "tools" },
        chooser, make("label", { for: "file", class: "button" }, w.open),
        button(w.save, save, { class: "main" }), button(w.print, () => window.print()), button(w.clear, askToClear, { id: "clear", class: "plain" })),
      make("p", { class: "soft small" }, w.drop),
      make("div", { id: "clearing", role: "alertdialog", "aria-labelledby": "clearing-text", hidden: true },
        make("p", { id: "clearing-text" }, w.clearAsk),
        button(w.clear, clear, { class: "danger", id: "clear-now" }), button(w.cancel, () => hideClearing(true))));
  }

  function groups() {
    const list = state.form.items.map((item, position) => ({ position, code: item.code, title: item.title }));
    list.push({ position: null, code: "", title: say().other });
    return list.map(group => ({
      ...group,
      indicators: state.form.indicators.filter(indicator => indicator.item === group.position),
      targets: state.form.targets.filter(target => target.item === group.position),
    })).filter(group => group.indicators.length || group.targets.length);
  }

  const anchor = group => `item-${group.position === null ? "other" : group.position}`;

  function drawSide() {
    const w = say();
    return make("nav", { class: "side", "aria-label": w.contents },
      make("p", { id: "left", class: "left" }), make("p", { id: "left-long", class: "small" }),
      make("ul", {},
        groups().map(group => make("li", {},
          make("a", { href: `#${anchor(group)}` }, group.code ? make("b", {}, group.code) : "", make("span", { class: "name" }, group.title)),
          make("span", { class: "count", id: `count-${anchor(group)}` }))),
        make("li", { class: "views" }, make("a", { href: "#mend" }, w.mend)), make("li", { class: "views" }, make("a", { href: "#stages" }, w.stages))));
  }

  function drawForm() {
    const w = say();
    const sections = groups().map(group => {
      let table = null;
      const rows = [];
      for (const indicator of group.indicators) {
        if (indicator.table !== table) {
          table = indicator.table;
          if (table) rows.push(make("h3", { class: "table" }, table));
        }
        rows.push(drawField(indicator));
      }
      return make("section", { class: "item", id: anchor(group), "aria-labelledby": `${anchor(group)}-title` },
        make("h2", { id: `${anchor(group)}-title` }, group.code ? make("span", { class: "code" }, group.code) : "", group.title),
        rows, make("div", { class: "others", id: `others-${anchor(group)}` }));
    });
    return make("form", { id: "form", novalidate: true, autocomplete: "off", on: { submit: event => event.preventDefault() } },
      sections,
      make("section", { id: "mend", "aria-labelledby": "mend-title" }, make("h2", { id: "mend-title" }, w.mend), make("div", { id: "gaps" })),
      make("section", { id: "stages", "aria-labelledby": "stages-title" }, make("h2", { id: "stages-title" }, w.stages), make("div", { id: "stage-table", class: "scroll", tabindex: 0 })));
  }

  function drawField(indicator) {
    const w = say();
    const n = indicator.n;
    const id = `entry-${n}`;
    const described = [indicator.question ? `question-${n}` : "", indicator.hint ? `hint-${n}` : "", `fault-${n}`, `verdict-${n}`].filter(Boolean).join(" ");
    const value = state.entries.get(n) ?? "";
    const head = [
      make("span", { class: "code" }, indicator.code), indicator.name ? make("span", { class: "name" }, indicator.name) : ""];
    const before = indicator.before === null ? "" : make("span", { class: "before" }, `${state.form.before} `, make("b", {}, indicator.before));
    if (!indicator.asked) {
      return make("div", { class: "field closed" }, make("p", { class: "label" }, head), indicator.question ? make("p", { class: "question" }, indicator.question) : "",
        make("p", { class: "soft small" }, indicator.from ?? ""));
    }
    let input;
    const listen = { input: event => enter(n, event.target.value), focus: () => { focused = n; }, blur: () => { if (focused === n) focused = null; } };
    if (indicator.kind === "choice") {
      const known = new Set(["", "該当なし", ...indicator.options.map(([entry]) => entry)]);
      input = make("select", { id, "aria-describedby": described, on: listen },
        make("option", { value: "" }, w.unset), indicator.options.slice().reverse().map(([entry, label]) => make("option", { value: entry }, label)),
        make("option", { value: "該当なし" }, w.notApplicable), known.has(value) ? "" : make("option", { value }, value));
    } else if (indicator.kind === "text") {
      input = make("textarea", { id, rows: 3, "aria-describedby": described, on: listen });
    } else {
      input = make("input", { id, type: "text", inputmode: indicator.kind === "number" ? "decimal" : false, "aria-describedby": described, class: indicator.kind, on: listen });
    }
    input.value = value;
    const set = next => {
      if (input.tagName === "SELECT" && ![...input.options].some(option => option.value === next)) input.append(make("option", { value: next }, next));
      input.value = next;
    };
    const none = indicator.kind === "choice" ? "" : button(w.notApplicable, () => {
      set("該当なし");
      enter(n, "該当なし");
      input.focus();
    }, { class: "plain small", "aria-label": `${w.notApplicable}: ${nameOf(indicator)}` });
    const field = make("div", { class: "field", id: `field-${n}` },
      make("label", { for: id, class: "label" }, head),
      indicator.question && indicator.question !== indicator.name ? make("p", { class: "question", id: `question-${n}` }, indicator.question) : "",
      make("div", { class: "entry" }, input, indicator.unit ? make("span", { class: "unit" }, indicator.unit) : "", none, before),
      indicator.hint ? make("p", { class: "hint", id: `hint-${n}` }, indicator.hint) : "",
      indicator.by ? make("p", { class: "hint" }, `${w.by}: ${indicator.by}`) : "",
      make("div", { class: "fault", id: `fault-${n}` }),
      make("ul", { class: "verdicts", id: `verdict-${n}` }));
    fields.set(n, { input, field, set });
    return field;
  }

  let focused = null;
  let speaking = 0;

  const badge = outcome => {
    const kind = need(outcome);
    const label = kind === "later" ? say().later : kind === "fill" ? say().awaiting : outcome.word;
    return make("span", { class: `badge ${kind}` }, label);
  };

  /** What one line says of a target: its verdict, its name, what is missing. */
  function line(target, outcome) {
    const short = outcome.verdict === "missed" ? outcome.shortfall ?? "" : "";
    return [badge(outcome), " ", make("span", { class: "target" }, target.name), short ? make("strong", { class: "short" }, short) : ""];
  }

  function explanation(target, outcome) {
    const w = say();
    const rows = [];
    const add = (label, ...parts) => { if (parts.some(Boolean)) rows.push(make("dt", {}, label), make("dd", {}, ...parts)); };
    for (const sentence of target.sentences) add(w.sentence, sentence);
    if (outcome.equation) add(w.sides, outcome.equation);
    else if (outcome.measured || outcome.required) {
      add(w.figures, [outcome.measured ? `${w.measured} ${outcome.measured}` : "", outcome.required ? `${w.required} ${outcome.required}` : ""].filter(Boolean).join(language === "ja" ? "、" : ", "));
    }
    if (outcome.verdict === "missed") {
      add(w.action, outcome.action);
      for (const detail of outcome.details) add(w.details, detail);
    }
    const own = outcome.awaited.map(n => state.form.indicators[n]);
    if (own.length) add(w.awaits, ...own.flatMap((indicator, position) => [position ? (language === "ja" ? "、" : ", ") : "", link(indicator)]));
    if (outcome.elsewhere.length && outcome.verdict === "not_reported") add(w.elsewhere, outcome.elsewhere.slice(0, 8).join(language === "ja" ? "、" : ", "));
    if (outcome.waiver) add(outcome.word, outcome.waiver);
    if (outcome.verdict === "missed") for (const advice of target.advice) add(w.advice, advice);
    for (const source of target.because) add(w.because, source);
    if (target.owner) add(w.acts, target.owner);
    return make("dl", {}, rows);
  }

  const link = indicator => make("a", { href: `#field-${indicator.n}`, on: { click: event => { event.preventDefault(); goTo(indicator.n); } } }, indicator.code);

  function goTo(n) {
    const field = fields.get(n);
    if (!field) return;
    field.input.focus({ preventScroll: true });
    field.field.scrollIntoView({ block: "center" });
  }

  function showField(n) {
    const field = fields.get(n);
    if (!field) return;
    const checked = state.checked.get(n);
    const faults = checked && checked.state === "unreadable" ? checked.remarks : [];
    const place = field.field.querySelector(".fault");
    place.replaceChildren(...faults.flatMap(remark => [make("p", {}, make("b", {}, `${say().error}: `), remark.message), remark.mend ? make("p", {}, remark.mend) : ""]).filter(Boolean));
    field.input.setAttribute("aria-invalid", faults.length ? "true" : "false");
    const list = field.field.querySelector(".verdicts");
    const open = new Set([...list.querySelectorAll("details[open]")].map(one => one.dataset.target));
    let worst = "";
    list.replaceChildren(...(guests.get(n) ?? []).flatMap(target => {
      const outcome = state.outcomes.get(target.n);
      if (!outcome) return [];
      const kind = need(outcome);
      if (kind === "mend") worst = "mend";
      return [make("li", {}, make("details", { "data-target": target.n, open: open.has(String(target.n)) },
        make("summary", {}, line(target, outcome)), explanation(target, outcome)))];
    }));
    field.field.classList.toggle("mend", worst === "mend");
    field.field.classList.toggle("unreadable", faults.length > 0);
    if (focused === n) speakSoon(n);
  }

  /** Tells the verdict of the field that is typed in, once typing pauses. */
  function speakSoon(n) {
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      const checked = state.checked.get(n);
      const parts = checked && checked.state === "unreadable" ? checked.remarks.map(remark => remark.message)
        : (guests.get(n) ?? []).map(target => state.outcomes.get(target.n)).filter(Boolean)
          .map(outcome => `${state.form.targets.find(target => target.n === outcome.n).name}: ${need(outcome) === "fill" ? say().awaiting : outcome.word} ${outcome.verdict === "missed" ? outcome.shortfall ?? "" : ""}`);
      const live = document.getElementById("live");
      if (live) live.textContent = [...parts, say().left(left().all)].join(language === "ja" ? "。" : ". ");
    }, 700);
  }

  function left() {
    let [mend, fill] = [0, 0];
    for (const outcome of state.outcomes.values()) {
      const kind = need(outcome);
      if (kind === "mend") mend += 1;
      if (kind === "fill") fill += 1;
    }
    return { mend, fill, all: mend + fill };
  }

  function showSummary() {
    const w = say();
    const { mend, fill, all } = left();
    const line = document.getElementById("left");
    if (!line) return;
    line.textContent = w.left(all);
    line.className = `left ${all ? mend ? "bad" : "care" : "good"}`;
    const unreadable = [...state.checked.values()].filter(entry => entry.state === "unreadable").length;
    document.getElementById("left-long").textContent = [all ? w.leftLong(mend, fill) : w.done, unreadable ? w.unreadable(unreadable) : ""].filter(Boolean).join(" ");
  }

  // What is not beside the field that is typed in may follow a moment later, so that a key is answered at once.
  let waiting = 0;
  function laterWork() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      showGaps();
      showStages();
      showCounts();
    });
  }

  function showCounts() {
    const w = say();
    for (const group of groups()) {
      const place = document.getElementById(`count-${anchor(group)}`);
      if (!place) continue;
      const asked = group.indicators.filter(indicator => indicator.asked);
      const filled = asked.filter(indicator => (state.entries.get(indicator.n) ?? "") !== "" || state.checked.get(indicator.n)?.state === "given").length;
      place.textContent = w.count(filled, asked.length);
      place.title = w.filled;
    }
  }

  /** Targets without a field of their own, at the end of their item. */
  function showLater() {
    const w = say();
    for (const group of groups()) {
      const place = document.getElementById(`others-${anchor(group)}`);
      if (!place) continue;
      const targets = group.targets.filter(target => !homes.has(target.n) && state.outcomes.has(target.n));
      if (!targets.length) {
        place.replaceChildren();
        continue;
      }
      place.replaceChildren(make("h3", {}, w.laterNote), make("ul", { class: "verdicts" }, targets.map(target => {
        const outcome = state.outcomes.get(target.n);
        return make("li", {}, make("details", {}, make("summary", {}, line(target, outcome)), explanation(target, outcome)));
      })));
    }
  }

  function showGaps() {
    const w = say();
    const place = document.getElementById("gaps");
    if (!place) return;
    const cards = [];
    for (const target of state.form.targets) {
      const outcome = state.outcomes.get(target.n);
      if (!outcome || need(outcome) !== "mend") continue;
      const tags = [target.item === null ? "" : state.form.items[target.item].code, target.stage === null ? "" : state.form.stages[target.stage], target.severity, outcome.open ?? ""];
      const first = outcome.changes.find(n => fields.has(n)) ?? homes.get(target.n);
      cards.push(make("article", { class: "card" },
        make("h3", {}, target.name, outcome.shortfall ? make("strong", { class: "short" }, outcome.shortfall) : ""),
        make("p", { class: "tags" }, tags.filter(Boolean).map(tag => make("span", { class: "tag" }, tag))),
        explanation(target, outcome),
        first === undefined ? "" : button(`${w.toField}（${state.form.indicators[first].code}）`, () => goTo(first), { class: "small" })));
    }
    place.replaceChildren(...cards.length ? cards : [make("p", { class: "good" }, w.nothingToMend)]);
  }

  function showStages() {
    const w = say();
    const place = document.getElementById("stage-table");
    if (!place) return;
    const cell = targets => {
      const kinds = targets.map(target => state.outcomes.get(target.n)).filter(Boolean).map(need);
      const judged = kinds.filter(kind => ["met", "mend", "fill", "later"].includes(kind)).length;
      const met = kinds.filter(kind => kind === "met").length;
      const [mend, fill] = ["mend", "fill"].map(sought => kinds.filter(kind => kind === sought).length);
      if (!judged) return make("td", { class: "none" }, "－");
      const rest = [mend ? `${w.mend} ${mend}` : "", fill ? `${w.awaiting} ${fill}` : ""].filter(Boolean).join(" ");
      return make("td", { class: mend ? "bad" : fill ? "care" : "good" }, `${met}/${judged}`, rest ? make("span", { class: "rest" }, rest) : "");
    };
    const columns = state.form.stages.map((name, stage) => ({ name, stage })).filter(({ stage }) => state.form.targets.some(target => target.stage === stage));
    const rows = groups().filter(group => group.targets.length);
    place.replaceChildren(make("table", {},
      make("caption", {}, w.tableNote),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, w.item), columns.map(column => make("th", { scope: "col" }, column.name)), make("th", { scope: "col" }, w.total))),
      make("tbody", {}, rows.map(group => make("tr", {},
        make("th", { scope: "row" }, make("a", { href: `#${anchor(group)}` }, `${group.code} ${group.title}`.trim())),
        columns.map(column => cell(group.targets.filter(target => target.stage === column.stage))), cell(group.targets)))),
      make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, w.total), columns.map(column => cell(state.form.targets.filter(target => target.stage === column.stage))), cell(state.form.targets)))));
  }

  // MARK: Messages

  function notice(message, kind = "plain", ...more) {
    const notices = document.getElementById("notices");
    if (!notices) return;
    const box = make("div", { class: `notice ${kind}`, role: kind === "error" ? "alert" : "status" }, make("p", {}, message), ...more,
      button(say().close, () => box.remove(), { class: "plain small close" }));
    notices.replaceChildren(box);
    return box;
  }

  // MARK: Files

  async function readFiles(list) {
    for (const file of list) await readFile(file);
  }

  async function readFile(file) {
    const w = say();
    if (!state.choice) return notice(w.choose, "error");
    notice(w.reading(file.name));
    if (file.size > 50_000_000) return notice(`${file.name}: ${w.tooLarge}`, "error");
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return notice(`${file.name}: ${w.broken}`, "error");
    }
    let answer = await work(w.faultFile(file.name), () => engine.ask("read", file.name, bytes));
    while (answer && answer.wanted) {
      const parts = [];
      for (const [position, start, count, size] of answer.wanted) {
        const part = await inflated(bytes.subarray(start, start + count), size);
        parts.push(position, start, part ? 1 : 0, part ?? new Uint8Array(0));
      }
      answer = await work(w.faultFile(file.name), () => engine.ask("inflated", parts));
    }
    if (answer) await takeFile(answer);
  }

  async function takeFile(answer) {
    const w = say();
    const before = new Map(state.entries);
    const replaced = answer.entries.filter(([n, value]) => (before.get(n) ?? "") !== "" && before.get(n) !== value).length;
    if (answer.entries.length) {
      const given = await work(w.faultFile(answer.file), () => engine.ask("enter", answer.entries));
      if (!given) return;
      for (const [n, value] of answer.entries) {
        state.entries.set(n, value);
        fields.get(n)?.set(value);
      }
      take(given);
      storeSoon();
    }
    if (answer.earlier) {
      state.form = formAgain();
      findHomes();
      draw();
      take(engine.ask("enter"));
    }
    const lines = [];
    if (answer.entries.length && replaced) lines.push(make("p", {}, w.replaced(replaced)));
    if (answer.earlier) lines.push(make("p", {}, w.earlier(answer.earlier)));
    if (answer.note) lines.push(make("p", {}, answer.note));
    if (answer.entries.length) {
      lines.push(button(w.undo, () => restore(before), { class: "small" }));
    }
    if (answer.remarks.length) {
      lines.push(make("h3", {}, w.remarks(answer.remarks.length)), make("ul", { class: "remarks" }, answer.remarks.slice(0, 200).map(remark)));
    }
    const isBad = answer.remarks.some(one => one.severity === "error") || answer.note;
    const head = answer.entries.length ? w.taken(answer.file, answer.entries.length) : w.takenNone(answer.file);
    notice(head, isBad ? "care" : "good", ...lines).scrollIntoView({ block: "nearest" });
  }

  function remark(one) {
    const w = say();
    return make("li", { class: one.severity },
      make("p", {}, make("b", {}, one.severity === "error" ? w.error : w.warning), " ", make("span", { class: "place" }, one.place), " ", one.message, " ", make("span", { class: "soft small" }, one.code)),
      one.reason ? make("p", { class: "small" }, `${w.why}: ${one.reason}`) : "",
      one.mend ? make("p", { class: "small" }, `${w.how}: ${one.mend}`) : "",
      one.field !== null && fields.has(one.field) ? button(`${w.toField}（${state.form.indicators[one.field].code}）`, () => goTo(one.field), { class: "plain small" }) : "");
  }

  /** Puts entries in the place of those that are there. */
  async function restore(entries) {
    const pairs = [...fields.keys()].map(n => [n, entries.get(n) ?? ""]);
    await work(say().undo, () => take(engine.ask("enter", pairs)));
    state.entries = new Map(pairs);
    for (const [n, value] of pairs) fields.get(n).set(value);
    laterWork();
    storeSoon();
    notice(say().undone);
  }

  function download(name, bytes) {
    const place = URL.createObjectURL(new Blob([bytes], { type: "text/csv" }));
    const link = make("a", { href: place, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(place), 10_000);
  }

  async function save() {
    const w = say();
    const bytes = await work(w.save, () => engine.call("save"));
    if (!bytes) return;
    const name = `${state.choice.code}-${state.choice.ja}-${content.year}.csv`.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_");
    download(name, bytes);
    notice(w.savedAs(name), "good");
  }

  // MARK: Clearing

  function askToClear() {
    document.getElementById("clearing").hidden = false;
    document.getElementById("clear-now").focus();
  }

  function hideClearing(returns) {
    document.getElementById("clearing").hidden = true;
    if (returns) document.getElementById("clear").focus();
  }

  async function clear() {
    const message = say().cleared;
    clearTimeout(storing);
    state.dirty = false;
    try {
      localStorage.removeItem(storageName(state.choice.code));
      localStorage.removeItem(`pdca ${content.identity}`);
    } catch {
      // Where nothing can be kept, nothing is there to be cleared.
    }
    state.entries = new Map();
    await choose(state.choice.code);
    state.dirty = false;
    notice(message);
    window.scrollTo(0, 0);
  }

  // MARK: Opening

  function watchDrops() {
    let depth = 0;
    const show = visible => { const sign = document.getElementById("dropping"); if (sign) sign.hidden = !visible; };
    const holdsFiles = event => [...event.dataTransfer?.types ?? []].includes("Files");
    addEventListener("dragenter", event => { if (holdsFiles(event)) { event.preventDefault(); depth += 1; show(true); } });
    addEventListener("dragover", event => { if (holdsFiles(event)) event.preventDefault(); });
    addEventListener("dragleave", () => { depth = Math.max(0, depth - 1); if (!depth) show(false); });
    addEventListener("drop", event => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      show(false);
      readFiles([...event.dataTransfer.files]);
    });
    addEventListener("keydown", event => { if (event.key === "Escape" && document.getElementById("clearing")?.hidden === false) hideClearing(true); });
    addEventListener("pagehide", store);
    addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") store(); });
    addEventListener("storage", event => { if (state.choice && event.key === storageName(state.choice.code)) notice(say().clash, "care"); });
    addEventListener("beforeprint", () => { showGaps(); showStages(); });
  }

  async function open() {
    const opening = document.getElementById("opening");
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
      opening.textContent = say().old;
      return;
    }
    const carried = id => bytesOf(document.getElementById(id).textContent);
    // The browser compiles while the rest is made ready.
    const compiled = WebAssembly.compile(joined(unpacked(carried("engine"))));
    const [body, rules] = await Promise.all(["content", "rulebook"].map(id => inflated(carried(id))));
    content = JSON.parse(new TextDecoder().decode(body));
    rulebook = rules;
    module = await compiled;
    await newEngine();
    const kept = stored(`pdca ${content.identity}`);
    language = kept && words[kept.language] ? kept.language : content.language;
    watchDrops();
    const known = content.choices.find(choice => choice.code === kept?.area) ?? (content.choices.length === 1 ? content.choices[0] : null);
    if (known) await choose(known.code);
    else draw();
    performance.mark("pdca-open");
  }

  open().catch(fault => {
    const place = document.getElementById("opening") ?? page;
    place.textContent = `${say().broken} (${fault})`;
  });
})();
