const counts = new Map([[1, { n: 0 }]]);
const ids = [1, 2];
const limits = { night: { hours: 8 }, day: { hours: 16 } };

limits.day.hours = 12;

chrome.tabs.onCreated.addListener((tab) => {
  const first = counts.get(1);
  const shown = [...ids];
  shown.push(tab.id, first.n);
  const night = { ...limits.night };
  night.hours = 9;
  let hours = limits.day.hours;
  hours += 1;
  console.log(shown.slice().reverse(), night, hours);
});
