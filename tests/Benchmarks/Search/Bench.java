import java.io.*;
import java.lang.management.*;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.*;
import org.apache.lucene.analysis.miscellaneous.*;
import org.apache.lucene.analysis.standard.*;
import org.apache.lucene.document.*;
import org.apache.lucene.facet.*;
import org.apache.lucene.facet.sortedset.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;
import org.apache.lucene.util.*;

/** Lucene as an application would use it: folding analysis, BM25, doc values for facets, points for dates and places. */
public class Bench {
  static final Analyzer ANALYZER = new Analyzer() {
    @Override protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(new org.apache.lucene.analysis.LowerCaseFilter(words)));
    }
  };
  static final String[] DIMENSIONS = {"kind", "audience", "price", "category"};
  static final int ENOUGH = 1; // as many as our Query.Enough
  static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public static void main(String[] args) throws Exception {
    Path folder = Paths.get(args[0]);
    Directory directory = new MMapDirectory(folder.resolve("index"));
    FacetsConfig facets = new FacetsConfig();
    facets.setMultiValued("category", true);
    for (String dimension : DIMENSIONS) facets.setIndexFieldName(dimension, "f_" + dimension);
    build(folder, directory, facets);
    Directory words = new MMapDirectory(folder.resolve("words"));
    buildWords(folder, words);
    try (IndexReader reader = DirectoryReader.open(directory); IndexReader wordReader = DirectoryReader.open(words)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      IndexSearcher wordSearcher = new IndexSearcher(wordReader);
      wordSearcher.setQueryCache(null);
      Map<String, SortedSetDocValuesReaderState> states = new HashMap<>();
      for (String dimension : DIMENSIONS)
        states.put(dimension, new DefaultSortedSetDocValuesReaderState(reader, "f_" + dimension, facets));
      for (File file : new TreeSet<>(Arrays.asList(folder.toFile().listFiles((f, name) -> name.endsWith(".questions")))))
        ask(file, isOfWords(file) ? wordSearcher : searcher, states);
    }
    System.out.println("memory\t" + resident());
  }

  static void build(Path folder, Directory directory, FacetsConfig facets) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(128);
    double spent = 0;
    OperatingSystem system = new OperatingSystem();
    try (IndexWriter writer = new IndexWriter(directory, config); BufferedReader lines = Files.newBufferedReader(folder.resolve("things.tsv"))) {
      List<String> batch = new ArrayList<>();
      boolean more = true;
      while (more) {
        batch.clear();
        String line;
        while (batch.size() < 10000 && (line = lines.readLine()) != null) batch.add(line);
        more = batch.size() == 10000;
        double begun = system.seconds();
        for (String text : batch) writer.addDocument(facets.build(document(text.split("\t", -1))));
        spent += system.seconds() - begun;
      }
      double begun = system.seconds();
      writer.commit();
      spent += system.seconds() - begun;
      writer.forceMerge(1); // as quick to ask as it can be; not counted
      writer.commit();
    }
    long bytes = 0;
    for (String file : directory.listAll()) bytes += directory.fileLength(file);
    System.out.println("built\t" + spent + "\t" + bytes);
  }

  static boolean isOfWords(File file) {
    return file.getName().startsWith("autocomplete") || file.getName().startsWith("typo");
  }

  /** Words as they are written: what is typed half or wrongly is looked for in them. */
  static void buildWords(Path folder, Directory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(128);
    try (IndexWriter writer = new IndexWriter(directory, config); BufferedReader lines = Files.newBufferedReader(folder.resolve("things.tsv"))) {
      for (String line; (line = lines.readLine()) != null;) {
        Document d = new Document();
        d.add(new TextField("text", line.split("\t", 4)[2], Field.Store.NO));
        writer.addDocument(d);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  static Document document(String[] f) {
    Document d = new Document();
    d.add(new StoredField("id", f[0]));
    d.add(new TextField("text", f[1], Field.Store.NO));
    for (int i = 0; i < 3; i++) d.add(new SortedSetDocValuesFacetField(DIMENSIONS[i], f[3 + i]));
    for (String category : f[6].split(" ")) {
      d.add(new SortedSetDocValuesFacetField("category", category));
      d.add(new StringField("cat", category, Field.Store.NO));
    }
    d.add(new LatLonPoint("where", Double.parseDouble(f[7]), Double.parseDouble(f[8])));
    d.add(new IntPoint("day", Integer.parseInt(f[9])));
    return d;
  }

  static void ask(File file, IndexSearcher searcher, Map<String, SortedSetDocValuesReaderState> states) throws IOException {
    List<String[]> questions = new ArrayList<>();
    for (String line : Files.readAllLines(file.toPath())) questions.add(line.split("\t", -1));
    String name = file.getName().replace(".questions", "");
    boolean withFacets = questions.get(0)[0].equals("true");
    double[] costs = new double[questions.size()];
    long found = 0;
    int first = 0;
    long started = System.nanoTime();
    for (int round = 0; round < 3 || System.nanoTime() - started < 2_000_000_000L; round++) {
      found = 0;
      first = 0;
      long before = 0;
      for (int i = 0; i < costs.length; i++) {
        String[] q = questions.get(i);
        long begun = THREADS.getCurrentThreadCpuTime();
        if (name.equals("autocomplete")) {
          found += complete(searcher, q[1]);
          costs[i] = (THREADS.getCurrentThreadCpuTime() - begun) / 1e3;
          continue;
        }
        found += find(searcher, states, withFacets, query(name, q));
        if (name.equals("two-words") && found - before < ENOUGH) found = before + find(searcher, states, withFacets, partly(searcher, q));
        costs[i] = (THREADS.getCurrentThreadCpuTime() - begun) / 1e3;
        before = found;
      }
    }
    if (name.equals("one-word")) { // it stops counting where it has the best
      found = 0;
      for (String[] q : questions) found += searcher.count(query(name, q));
    }
    Arrays.sort(costs);
    System.out.println("asked\t" + name + "\t" + costs[(int) (0.5 * (costs.length - 1))] + "\t" + costs[(int) (0.99 * (costs.length - 1))] + "\t" + found + "\t" + first);
  }

  static long find(IndexSearcher searcher, Map<String, SortedSetDocValuesReaderState> states, boolean withFacets, Query query) throws IOException {
    if (!withFacets) return searcher.search(query, 20).totalHits.value;
    FacetsCollector collector = new FacetsCollector();
    TopDocs top = FacetsCollector.search(searcher, query, 20, collector);
    for (String dimension : DIMENSIONS)
      new SortedSetDocValuesFacetCounts(states.get(dimension), collector).getTopChildren(20, dimension);
    return top.totalHits.value;
  }

  /** Where too few have all words, what has some follows, unless the rarest word tells more than twice as much: as ours does. */
  static Query partly(IndexSearcher searcher, String[] q) throws IOException {
    int living = searcher.getIndexReader().numDocs();
    List<Query> words = new ArrayList<>();
    List<Double> rarities = new ArrayList<>();
    for (String word : q[1].split(" ")) {
      Query query = word(word);
      int things = searcher.count(query);
      if (things == 0) continue;
      words.add(query);
      rarities.add(Math.log(1 + (living - things + 0.5) / (things + 0.5)));
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++)
      if (rarities.get(i) > Collections.max(rarities) / 2) some.add(words.get(i), BooleanClause.Occur.SHOULD);
    return some.build();
  }

  /** One of a word's stems. */
  static Query word(String stems) {
    String[] all = stems.split("\\|");
    if (all.length == 1) return new TermQuery(new Term("text", all[0]));
    List<Query> any = new ArrayList<>();
    for (String stem : all) any.add(new TermQuery(new Term("text", stem)));
    return new DisjunctionMaxQuery(any, 0);
  }

  static Query query(String name, String[] q) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (name.equals("typo"))
      for (String word : analyze(q[1])) all.add(new FuzzyQuery(new Term("text", word), word.length() < 8 ? 1 : 2), BooleanClause.Occur.MUST);
    else if (!q[1].isEmpty())
      for (String word : q[1].split(" ")) all.add(word(word), BooleanClause.Occur.MUST);
    double metres = Double.parseDouble(q[4]);
    if (metres > 0) {
      all.add(LatLonPoint.newDistanceQuery("where", Double.parseDouble(q[2]), Double.parseDouble(q[3]), metres), BooleanClause.Occur.FILTER);
      all.add(IntPoint.newRangeQuery("day", Integer.parseInt(q[5]), Integer.parseInt(q[6]) - 1), BooleanClause.Occur.FILTER);
    }
    if (!q[7].isEmpty()) {
      double north = Double.parseDouble(q[2]), east = Double.parseDouble(q[3]);
      all.add(new TermQuery(new Term("cat", q[7])), BooleanClause.Occur.FILTER);
      all.add(LatLonPoint.newBoxQuery("where", north - 0.05, north + 0.05, east - 0.08, east + 0.08), BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  static List<String> analyze(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
      var word = stream.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) words.add(word.toString());
      stream.end();
    }
    return words;
  }

  /** The eight most frequent words with a beginning, from the term dictionary. */
  static int complete(IndexSearcher searcher, String beginning) throws IOException {
    BytesRef wanted = new BytesRef(beginning);
    java.util.PriorityQueue<long[]> best = new java.util.PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum terms = leaf.reader().terms("text").iterator();
      if (terms.seekCeil(wanted) == TermsEnum.SeekStatus.END) continue;
      do {
        if (!StringHelper.startsWith(terms.term(), wanted)) break;
        best.add(new long[] {terms.docFreq(), terms.term().length});
        if (best.size() > 8) best.poll();
      } while (terms.next() != null);
    }
    return best.size();
  }

  static long resident() throws IOException {
    for (String line : Files.readAllLines(Paths.get("/proc/self/status")))
      if (line.startsWith("VmRSS")) return Long.parseLong(line.replaceAll("\\D+", "")) * 1024;
    return 0;
  }

  static class OperatingSystem {
    private final com.sun.management.OperatingSystemMXBean bean =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double seconds() { return bean.getProcessCpuTime() / 1e9; }
  }
}
