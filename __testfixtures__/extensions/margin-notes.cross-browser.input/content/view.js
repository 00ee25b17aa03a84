export function show({ text, top }, color = 'white') {
  const note = document.createElement('aside');
  note.className = 'margin-note';
  note.style.cssText = `position: absolute; right: 0; top: ${top}px; max-width: 12em; background: ${color}`;
  const pin = new Image();
  pin.src = chrome.runtime.getURL('assets/pin.png');
  note.append(pin, text);
  document.body.append(note);
}
