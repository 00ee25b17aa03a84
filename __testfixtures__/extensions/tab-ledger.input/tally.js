/* What is kept for good. */

function hostsSeen() {
  return JSON.parse(localStorage.getItem('hosts') || '[]');
}

function see(host) {
  const hosts = hostsSeen();
  if (hosts.includes(host)) return;
  hosts.push(host);
  localStorage.setItem('hosts', JSON.stringify(hosts));
}

function tally() {
  if (localStorage.total === undefined) localStorage.total = 0;
  localStorage.total++;
}
