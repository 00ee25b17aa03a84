function table(rows) {
  return rows.map((row) => row.join('\t')).join('\n');
}
