let chime;
window.onload = () => {
  chime = document.getElementById('chime');
  browser.alarms.onAlarm.addListener(() => chime.play());
};
