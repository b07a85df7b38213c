-- Every figure with a currency that Smith said in March, over the job's Parquet files.
--   duckdb -c "SET VARIABLE reports = 'OUTPUT/*.parquet'" -f figures.sql
-- Said in March: the article is of March, as its reference says. What stands in furniture is left out.
SELECT id, reference, quote.name AS speaker, figure.text AS figure, figure.value AS value, figure.unit AS unit,
       quote.text AS quote
FROM (SELECT id, reference, numbers, unnest(quotes) AS quote
      FROM read_parquet(getvariable('reports')) WHERE error IS NULL),
     LATERAL (SELECT unnest(numbers) AS figure)
WHERE figure.kind = 'money'
  AND figure.start >= quote.start AND figure."end" <= quote."end"
  AND regexp_matches(quote.name, '(^| )Smith$')
  AND substr(reference, 6, 2) = '03'
  AND quote.block <> 'furniture'
ORDER BY id, figure.start;
