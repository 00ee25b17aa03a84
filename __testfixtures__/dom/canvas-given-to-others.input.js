function plain() {
  const canvas = document.createElement('canvas');
  canvas.width = 8;
  return canvas;
}

function kept() {
  const canvas = document.createElement('canvas');
  canvas.width = 8;
  return canvas;
}

async function waitedFor() {
  const canvas = document.createElement('canvas');
  canvas.width = 8;
  return canvas;
}

const makers = [kept];

chrome.alarms.onAlarm.addListener(() => {
  console.log(plain().toDataURL(), makers[0]().toDataURL());
  waitedFor().then((canvas) => console.log(canvas.toDataURL()));
});
