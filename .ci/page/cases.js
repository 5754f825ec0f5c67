// How the checks put a case to the page's engine, in node and in a browser: it stands behind the page's own `engine.js`.

/** What the engine makes of a case whose rulebook, areas and data are bytes: the document of `pdca evaluate`. */
async function evaluated(engine, one) {
  const request = [
    "evaluate", one.language, one.year, one.version, one.root, one.packed, "areas.csv", one.areas, one.data.length, one.data];
  for (;;) {
    const answer = engine.call(request);
    if (new TextDecoder().decode(answer.subarray(0, 10)) !== '{"wanted":') return answer;
    const parts = [];
    for (const [file, start, count, size] of JSON.parse(new TextDecoder().decode(answer)).wanted) {
      const part = await inflated(one.data[file][1].subarray(start, start + count), size);
      parts.push(file, start, part ? 1 : 0, part ?? new Uint8Array(0));
    }
    engine.call("inflated", parts);
  }
}
