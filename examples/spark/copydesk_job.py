"""Reads a corpus with copydesk on Apache Spark: one native process for each partition, one row for each article.

    spark-submit copydesk_job.py --command /opt/copydesk/bin/copydesk INPUT OUTPUT

INPUT   NDJSON (*.ndjson, *.jsonl, *.json, also compressed as Spark reads it): one article a line, as `copydesk --ndjson`
        takes it; or Parquet with the columns `id`, `text` and, where there, `reference`, `timeZone`, `jsonld`.
OUTPUT  a folder of Parquet files with the columns of SCHEMA.

An article that cannot be read is a row with `error` and nothing else; so is one that ends the process, which is started
again behind it. The command must stand at the same path on every machine (`--files` or the image puts it there).
Offsets are those of the report: UTF-16 code units.
"""
import argparse
import collections
import json
import subprocess
import threading

import pyarrow as pa
from pyspark.sql import SparkSession, functions as F

SCHEMA = """
    id string, error struct<code: string, message: string>,
    reference string, headline string, authors array<string>, published string, updated string,
    quotes array<struct<start: int, end: int, text: string, kind: string, speaker: string, name: string, cue: string,
                        confidence: string, block: string>>,
    dates array<struct<start: int, end: int, text: string, type: string, value: string, from: string, to: string,
                       block: string>>,
    numbers array<struct<start: int, end: int, text: string, kind: string, value: string, low: string, high: string,
                         unit: string, confidence: string, block: string>>,
    report string
"""

_text = pa.string()
_span = [("start", pa.int32()), ("end", pa.int32()), ("text", _text)]


def _list(*names):
    return pa.list_(pa.struct(_span + [(name, _text) for name in names]))


ARROW = pa.schema([
    ("id", _text), ("error", pa.struct([("code", _text), ("message", _text)])),
    ("reference", _text), ("headline", _text), ("authors", pa.list_(_text)), ("published", _text), ("updated", _text),
    ("quotes", _list("kind", "speaker", "name", "cue", "confidence", "block")),
    ("dates", _list("type", "value", "from", "to", "block")),
    ("numbers", _list("kind", "value", "low", "high", "unit", "confidence", "block")),
    ("report", _text),
])

IN_FLIGHT = 64  # articles that a process may hold before it has answered
ROWS = 256      # of one Arrow batch


class Process:
    """`copydesk --ndjson`, fed ahead of what it has answered."""

    def __init__(self, command):
        self.child = subprocess.Popen([command, "--ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL)
        self.queue = collections.deque()
        self.changed = threading.Condition()
        self.feeder = threading.Thread(target=self._feed, daemon=True)
        self.feeder.start()

    def _feed(self):
        while True:
            with self.changed:
                while not self.queue:
                    self.changed.wait()
                line = self.queue.popleft()
            try:
                if line is None:
                    return self.child.stdin.close()
                self.child.stdin.write(line + b"\n")
                self.child.stdin.flush()
            except OSError:
                return None  # it has ended; whoever reads its answers sees that

    def send(self, line):
        with self.changed:
            self.queue.append(line)
            self.changed.notify()

    def answer(self):
        """The next report, or None when the process has ended before it was whole."""
        line = self.child.stdout.readline()
        return line if line.endswith(b"\n") else None

    def close(self):
        self.send(None)
        self.child.stdout.close()
        return self.child.wait()


def answers(command, lines):
    """(line, report) for each line in order; a report is None for an article that ended the process."""
    process = Process(command)
    waiting = collections.deque()
    lines = iter(lines)
    ended = False
    try:
        while True:
            while not ended and len(waiting) < IN_FLIGHT:
                line = next(lines, None)
                if line is None:
                    ended = True
                else:
                    waiting.append(line)
                    process.send(line)
            if not waiting:
                return
            report = process.answer()
            yield waiting.popleft(), report
            if report is None:
                process.close()
                process = Process(command)
                for line in waiting:
                    process.send(line)
    finally:
        process.close()


def _slicer(text):
    units = text.encode("utf-16-le", "surrogatepass")
    return lambda item: units[2 * item["start"]:2 * item["end"]].decode("utf-16-le", "replace")


def row_of(line, report):
    """The row of one article."""
    row = dict.fromkeys(ARROW.names)
    if report is None:
        article = _object(line)
        name = article.get("id")
        row["id"] = name if isinstance(name, str) else None
        row["error"] = {"code": "crashed", "message": "The process that read this article has ended."}
        return row
    said = json.loads(report)
    row["id"] = said.get("id")
    if "error" in said:
        row["error"] = {name: said["error"].get(name) for name in ("code", "message")}
        return row
    article = said["article"]
    blocks = said["blocks"]
    slice_of = _slicer(_object(line)["text"])
    starts = [block["start"] for block in blocks]

    def kind_at(item):
        low, high = 0, len(starts)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if starts[middle] <= item["start"] else (low, middle)
        return blocks[low - 1]["kind"] if low else None

    def items(name, *fields):
        return [{"start": item["start"], "end": item["end"], "text": slice_of(item), "block": kind_at(item),
                 **{field: item.get(field) for field in fields}} for item in said[name]]

    def field(name):
        found = article.get(name)
        return found and (found.get("value") or found.get("text") or slice_of(found))

    row.update(
        reference=(said.get("reference") or {}).get("value"), headline=field("headline"), published=field("published"),
        updated=field("updated"),
        authors=[author.get("value") or author.get("text") or slice_of(author) for author in article["authors"]],
        quotes=items("quotes", "kind", "confidence"), dates=items("dates", "type", "value", "from", "to"),
        numbers=items("numbers", "kind", "value", "low", "high", "unit", "confidence"),
        report=report.decode("utf-8").rstrip("\n"))
    for quote, found in zip(row["quotes"], said["quotes"]):
        speaker = found.get("speaker") or {}
        quote.update(speaker=speaker.get("text"), name=speaker.get("name"), cue=(found.get("cue") or {}).get("text"))
    return row


def _object(line):
    try:
        article = json.loads(line)
    except ValueError:
        return {}
    return article if isinstance(article, dict) else {}


def reader(command):
    """What Spark runs on each partition: Arrow batches of `line` in, Arrow batches of rows out."""

    def read(batches):
        lines = (line.encode("utf-8") for batch in batches for line in batch.column(0).to_pylist())
        rows = []
        for line, report in answers(command, lines):
            rows.append(row_of(line, report))
            if len(rows) == ROWS:
                yield pa.RecordBatch.from_pylist(rows, schema=ARROW)
                rows = []
        if rows:
            yield pa.RecordBatch.from_pylist(rows, schema=ARROW)

    return read


def lines_of(spark, path, parquet):
    """The corpus as one column `line`: an article's JSON."""
    if not parquet:
        found = spark.read.text(path).withColumnRenamed("value", "line")
        return found.where(F.trim("line") != "")
    found = spark.read.parquet(path)
    columns = [name for name in ("id", "text", "reference", "timeZone", "jsonld") if name in found.columns]
    return found.select(F.to_json(F.struct(*columns)).alias("line"))


def run(spark, source, target, command, parquet=None, partitions=None):
    """Reads `source` and writes `target`; returns nothing. The job fails only where Spark itself does."""
    if parquet is None:
        parquet = not source.rstrip("/").split("?")[0].endswith(
            tuple(kind + packed for kind in (".ndjson", ".jsonl", ".json") for packed in ("", ".gz", ".bz2", ".zst")))
    lines = lines_of(spark, source, parquet)
    if partitions:
        lines = lines.repartition(partitions)
    lines.mapInArrow(reader(command), SCHEMA).write.mode("errorifexists").parquet(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--command", default="copydesk", help="the native command line (default: copydesk on the PATH)")
    parser.add_argument("--format", choices=["auto", "ndjson", "parquet"], default="auto")
    parser.add_argument("--partitions", type=int, help="parts to cut the corpus into (default: as it is stored)")
    asked = parser.parse_args()
    spark = SparkSession.builder.appName("copydesk").getOrCreate()
    parquet = None if asked.format == "auto" else asked.format == "parquet"
    run(spark, asked.input, asked.output, asked.command, parquet, asked.partitions)
    spark.stop()


if __name__ == "__main__":
    main()
