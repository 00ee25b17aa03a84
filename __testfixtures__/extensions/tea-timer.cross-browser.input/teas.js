const MINUTE = 60 * 1000;

const TEAS = { green: 2, black: 4, herbs: 8 };

function minutesOf(tea) {
  return TEAS[tea] || 5;
}
