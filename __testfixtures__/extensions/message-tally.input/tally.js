let total = 0;

function count() {
  total += 1;
  return total;
}

function inWords(number) {
  return number === 1 ? 'one message' : `${number} messages`;
}
