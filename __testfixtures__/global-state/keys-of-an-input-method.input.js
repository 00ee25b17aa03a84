let isShifted = false;

chrome.input.ime.onKeyEvent.addListener((engineId, key) => {
  if (key.key === 'Shift') isShifted = !isShifted;
  return isShifted;
});
