show('hint');
