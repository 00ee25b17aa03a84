open(PAGE);
