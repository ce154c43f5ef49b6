package intake

func (d *Document) html(data []byte, opts Options) ([]block, error)     { return nil, nil }
func (d *Document) docx(data []byte, opts Options) ([]block, error)     { return nil, nil }
func (d *Document) pdf(data []byte, opts Options) ([]block, error)      { return nil, nil }
