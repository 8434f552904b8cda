"""What reaches out: the deliverer, its rules, the scheduler."""
