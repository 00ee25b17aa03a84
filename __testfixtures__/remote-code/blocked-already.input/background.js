let works = false;
try {
  works = new Function('return true')();
} catch {
  works = eval('false');
}
setTimeout('works = false', 10);
