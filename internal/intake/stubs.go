package intake

func (d *Document) pdf(data []byte, opts Options) ([]block, error) { return nil, nil }
