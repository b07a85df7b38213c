// A report's quotations as the scorer reads them.
const span = (o) => [o.start, o.end];
export const systemLine = (r) =>
  JSON.stringify({
    id: r.id,
    quotes: r.quotes.map((q) => ({
      span: span(q),
      kind: q.kind,
      ...(q.kind === 'direct' || q.kind === 'mixed' ? { quoted: q.content.map(span) } : {}),
      speaker: q.speaker ? span(q.speaker) : null,
      speakerName: q.speaker?.name || null,
      cue: q.cue ? span(q.cue) : null,
    })),
  });
