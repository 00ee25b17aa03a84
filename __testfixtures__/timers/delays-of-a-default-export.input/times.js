function oneSecond() {
  return 1000;
}

const oneMinute = () => oneSecond() * 60;

let times = {
  oneMinute,
  oneSecond,
  REFRESH: 15,
};

times.UNITS = new Set(['second', 'minute']);

export default times;
